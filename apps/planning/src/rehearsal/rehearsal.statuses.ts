import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 排队 → 推演 → 完成: the way of a rehearsal; a process that stops puts it back in the queue. */
export const RehearsalStatus = graphEnum('RehearsalStatus', 'Where a rehearsal stands (推演状态).', {
  QUEUED: 'Waits for its turn (排队中).',
  RUNNING: 'Is being played through (推演中).',
  DONE: 'Played through; its result is there (已完成).',
  CANCELLED: 'Called off before its end (已取消).',
  FAILED: 'Could not be played through; the reason is there (已失败).',
});
export type RehearsalStatus = keyof typeof RehearsalStatus;

export const rehearsalStatuses = lifecycle(
  'rehearsal',
  transitions<RehearsalStatus>()({
    QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
    RUNNING: ['QUEUED', 'DONE', 'CANCELLED', 'FAILED'],
    DONE: [],
    CANCELLED: [],
    FAILED: [],
  }),
);
