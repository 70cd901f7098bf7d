import type { Command, InvalidInput, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { lockSupport } from './lock-support';
import { SupportAction } from './support-action';
import { type SupportActionStatus, supportActionStatuses } from './support-action.statuses';
import type { StartSupportActionInput } from './support.inputs';

export type MoveSupportOutcome = SupportAction | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Takes a step of help, with what is said to it. */
export async function moveSupport(
  command: Command,
  { supportActionId, expectedVersion }: StartSupportActionInput,
  to: SupportActionStatus,
  said: Partial<SupportAction>,
): Promise<MoveSupportOutcome> {
  const action = await lockSupport(command, supportActionId, expectedVersion);
  if (!(action instanceof SupportAction)) return action;
  const refusal = supportActionStatuses.move(action, to);
  return refusal ?? command.save(Object.assign(action, said));
}
