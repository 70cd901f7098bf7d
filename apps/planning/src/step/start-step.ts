import { missingToStart } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  type NotFound,
  type TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { Step } from './step';
import type { StartStepInput } from './step.inputs';
import { demandsOf } from './step-rules';
import { stepStatuses } from './step.statuses';
import { tickedNames } from './ticks';

export type StartStepOutcome = Step | NotFound | VersionConflict | TransitionRefused | GateNotMet;

/** Starts a step, which needs all its inputs; what is missing is listed (rules §10). */
export async function startStep(command: Command, input: StartStepInput): Promise<StartStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  const refusal = stepStatuses.move(step, 'STARTED');
  if (refusal) return refusal;
  const template = await templateOf(command, step);
  const missing = missingToStart(demandsOf(template), tickedNames(step.inputTicks));
  if (missing.length > 0) return new GateNotMet('STEP_START', missing);
  await command.save(step);
  announceStepChanged(command, step, template);
  return step;
}
