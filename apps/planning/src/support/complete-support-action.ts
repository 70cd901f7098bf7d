import type { Command } from '@fivepoint/service';
import { type MoveSupportOutcome, moveSupport } from './move-support';
import type { CompleteSupportActionInput } from './support.inputs';

/** Says that help was given, and what came of it (capability P31). */
export const completeSupportAction = (
  command: Command,
  input: CompleteSupportActionInput,
): Promise<MoveSupportOutcome> =>
  moveSupport(command, input, 'DONE', { outcome: input.outcome, enderUserId: command.identity.userId });
