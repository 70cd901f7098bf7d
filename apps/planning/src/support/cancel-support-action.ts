import type { Command } from '@fivepoint/service';
import { type MoveSupportOutcome, moveSupport } from './move-support';
import type { CancelSupportActionInput } from './support.inputs';

/** Says that help is not given, and why. */
export const cancelSupportAction = (command: Command, input: CancelSupportActionInput): Promise<MoveSupportOutcome> =>
  moveSupport(command, input, 'CANCELLED', { cancelReason: input.reason, enderUserId: command.identity.userId });
