import { type Command, type NotFound, type TransitionRefused, type VersionConflict } from '@fivepoint/service';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { Step } from './step';
import type { CancelStepInput } from './step.inputs';
import { stepStatuses } from './step.statuses';

export type CancelStepOutcome = Step | NotFound | VersionConflict | TransitionRefused;

/** Calls a step off, with the reason: it is no gap any more. */
export async function cancelStep(command: Command, input: CancelStepInput): Promise<CancelStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  const refusal = stepStatuses.move(step, 'CANCELLED');
  if (refusal) return refusal;
  step.cancelReason = input.reason;
  await command.save(step);
  announceStepChanged(command, step, await templateOf(command, step));
  return step;
}
