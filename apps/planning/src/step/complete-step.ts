import { missingToComplete } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  type NotFound,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { Step } from './step';
import type { CompleteStepInput } from './step.inputs';
import { demandsOf } from './step-rules';
import { stepStatuses } from './step.statuses';
import { tickedNames } from './ticks';

export type CompleteStepOutcome = Step | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/** Completes a step, which needs all its outputs and the least degree; what is missing is listed (rules §10). */
export async function completeStep(command: Command, input: CompleteStepInput): Promise<CompleteStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  const refusal = stepStatuses.move(step, 'DONE');
  if (refusal) return refusal;
  const template = await templateOf(command, step);
  const missing = missingToComplete(demandsOf(template), tickedNames(step.outputTicks), step.degree);
  if (missing.length > 0) return new GateNotMet('STEP_COMPLETION', missing);
  step.doneAt = command.now;
  await command.save(step);
  announceStepChanged(command, step, template);
  return step;
}
