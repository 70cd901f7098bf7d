import { type Command, type NotFound, type TransitionRefused, type VersionConflict } from '@fivepoint/service';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { refusedLate } from './late-step';
import { Step } from './step';
import type { StepOverdue } from './step.errors';
import type { CancelStepInput } from './step.inputs';
import { stepStatuses } from './step.statuses';

export type CancelStepOutcome = Step | NotFound | VersionConflict | TransitionRefused | StepOverdue;

/** Calls a step off, with the reason: it is no gap any more. One that is a gap only by who leads. */
export async function cancelStep(command: Command, input: CancelStepInput): Promise<CancelStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  const refusal = stepStatuses.move(step, 'CANCELLED');
  if (refusal) return refusal;
  const template = await templateOf(command, step);
  const late = await refusedLate(command, step, template);
  if (late) return late;
  step.cancelReason = input.reason;
  await command.save(step);
  announceStepChanged(command, step, template);
  return step;
}
