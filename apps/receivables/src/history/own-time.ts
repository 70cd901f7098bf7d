import type { LocalDate } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';

/** What an event of recorded history adds to itself: the day it tells of as its time. A live event tells of now and adds nothing. */
export const ownTime = (command: Command, day: LocalDate): { time?: Date } =>
  command.cause.origin === 'import' ? { time: new Date(`${day}T00:00:00Z`) } : {};
