import { Money } from '@fivepoint/kernel';
import {
  type Command,
  InvalidInput,
  MoneyValue,
  NotFound,
  ownerProblems,
  type VersionConflict,
} from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { announceStepChanged, templateOf } from './announce-step-changed';
import { Step } from './step';
import { StepEnded } from './step.errors';
import type { UpdateStepInput } from './step.inputs';
import { dayProblems, floorProblems } from './step-rules';
import { stepStatuses } from './step.statuses';

export type UpdateStepOutcome = Step | NotFound | VersionConflict | StepEnded | InvalidInput;

/** Changes who does a step, what and when, as long as it goes on (capabilities X06, X07). */
export async function updateStep(command: Command, input: UpdateStepInput): Promise<UpdateStepOutcome> {
  const step = await command.lock(Step, input.stepId, input.expectedVersion);
  if (!(step instanceof Step)) return step;
  if (stepStatuses.isFinal(step.status)) return new StepEnded(step.status);
  const owner = input.ownerId && input.ownerId !== step.ownerId ? await command.find(Rep, input.ownerId) : null;
  if (owner instanceof NotFound) return owner;
  const { plannedOn, dueOn } = { plannedOn: input.plannedOn ?? step.plannedOn, dueOn: input.dueOn ?? step.dueOn };
  const floor = input.floor ? Money.from(input.floor) : null;
  const problems = [
    ...(owner ? ownerProblems(command.identity, owner) : []),
    ...dayProblems(plannedOn, dueOn, await command.today()),
    ...floorProblems(floor, await targetOf(command, step)),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  Object.assign(step, { plannedOn, dueOn });
  if (owner) Object.assign(step, { ownerId: owner.id, team: owner.team });
  if (input.task !== undefined) step.task = input.task;
  if (input.floor !== undefined) step.floor = floor && MoneyValue.of(floor);
  const before = step.version;
  await command.save(step);
  if (step.version > before) announceStepChanged(command, step, await templateOf(command, step));
  return step;
}

/** The target of the plan line that a step is a key node of; null for the step of an account. */
async function targetOf({ manager, tenantId }: Command, { planLineId }: Step): Promise<Money | null> {
  if (planLineId === null) return null;
  const line = await manager.findOneByOrFail(PlanLine, { tenantId, id: planLineId });
  return line.target.money;
}
