import { Money } from '@fivepoint/kernel';
import {
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  ownerProblems,
  type VersionConflict,
} from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { refusedLate } from './late-step';
import { Step } from './step';
import { StepEnded, type StepOverdue } from './step.errors';
import type { UpdateStepInput } from './step.inputs';
import { dayProblems, floorProblems } from './step-rules';
import { stepStatuses } from './step.statuses';

export type UpdateStepOutcome = Step | NotFound | VersionConflict | StepEnded | StepOverdue | InvalidInput;

/** Changes who does a step, what and when, as long as it goes on (capabilities X06, X07); a gap is put off only by who leads. */
export async function updateStep(command: Command, input: UpdateStepInput): Promise<UpdateStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  if (stepStatuses.isFinal(step.status)) return new StepEnded(step.status);
  const owner = input.ownerId && input.ownerId !== step.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const { plannedOn, dueOn } = { plannedOn: input.plannedOn ?? step.plannedOn, dueOn: input.dueOn ?? step.dueOn };
  const template = await templateOf(command, step);
  const late = dueOn === step.dueOn ? null : await refusedLate(command, step, template);
  if (late) return late;
  const floor = input.floor ? Money.from(input.floor) : null;
  const problems = [
    ...(owner ? ownerProblems(command.identity, owner) : []),
    ...dayProblems(plannedOn, dueOn, await command.today()),
    ...(await floorProblemsOf(command, step, floor)),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  Object.assign(step, { plannedOn, dueOn });
  if (owner) Object.assign(step, { ownerId: owner.id, team: owner.team });
  if (input.task !== undefined) step.task = input.task;
  if (input.floor !== undefined) step.floor = floor && MoneyValue.of(floor);
  const before = step.version;
  await command.save(step);
  if (step.version > before) announceStepChanged(command, step, template);
  return step;
}

/** What is wrong with the floor beside the target of the line that a step is a key node of; who does not see the line is not told its target. */
async function floorProblemsOf(command: Command, { planLineId }: Step, floor: Money | null): Promise<InputProblem[]> {
  if (planLineId === null || floor === null) return floorProblems(floor, null);
  const line = await command.find(PlanLine, planLineId);
  if (line instanceof PlanLine) return floorProblems(floor, line.target.money);
  return [new InputProblem('floor', 'is changed only by who sees the plan line')];
}
