import { type Command, InvalidInput, type NotFound, type VersionConflict } from '@fivepoint/service';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { Step } from './step';
import { StepEnded } from './step.errors';
import type { RecordStepProgressInput } from './step.inputs';
import { stepStatuses } from './step.statuses';
import { tickedAfter, tickProblems } from './ticks';

export type RecordStepProgressOutcome = Step | NotFound | VersionConflict | StepEnded | InvalidInput;

/** Says what is there of a step's inputs and outputs, with what proves it, and how far it is (capabilities X03–X05, X11). */
export async function recordStepProgress(
  command: Command,
  input: RecordStepProgressInput,
): Promise<RecordStepProgressOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  if (stepStatuses.isFinal(step.status)) return new StepEnded(step.status);
  const template = await templateOf(command, step);
  const problems = [
    ...tickProblems('inputs', template.requiredInputs, input.inputs),
    ...tickProblems('outputs', template.requiredOutputs, input.outputs),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  const [before, degree] = [step.degree, input.degree ?? step.degree];
  step.inputTicks = tickedAfter(step.inputTicks, input.inputs, command.now);
  step.outputTicks = tickedAfter(step.outputTicks, input.outputs, command.now);
  step.degree = degree;
  await command.save(step);
  if (degree !== before) announceStepChanged(command, step, template);
  return step;
}
