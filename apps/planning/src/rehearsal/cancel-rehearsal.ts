import { type Command, NotFound, TransitionRefused, VersionConflict } from '@fivepoint/service';
import { dropWork } from './claims';
import { Rehearsal } from './rehearsal';
import type { CancelRehearsalInput } from './rehearsal.inputs';
import { rehearsalStatuses } from './rehearsal.statuses';

export type CancelRehearsalOutcome = Rehearsal | NotFound | VersionConflict | TransitionRefused;

/** Calls a rehearsal off that has not come to its end; who plays it through finds that out within a second, and stops. */
export async function cancelRehearsal(command: Command, input: CancelRehearsalInput): Promise<CancelRehearsalOutcome> {
  const rehearsal = await command.lock(Rehearsal, input.rehearsalId, input.expectedVersion);
  if (!(rehearsal instanceof Rehearsal)) return rehearsal;
  const refusal = rehearsalStatuses.move(rehearsal, 'CANCELLED');
  if (refusal) return refusal;
  await dropWork(command, rehearsal.id);
  rehearsal.finishedAt = command.now;
  return command.save(rehearsal);
}
