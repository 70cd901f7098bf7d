import { type Command, InputProblem, InvalidInput, NotFound, ownerProblems } from '@fivepoint/service';
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { Step } from '../step/step';
import { WarGameCard } from './war-game-card';
import type { AddWarGameCardInput } from './war-game-card.inputs';
import { warGameCardStatuses } from './war-game-card.statuses';

export type AddWarGameCardOutcome = WarGameCard | NotFound | InvalidInput;

/** Foresees a move of a rival or of the customer, with our answer to it (capability P39). */
export async function addWarGameCard(command: Command, input: AddWarGameCardInput): Promise<AddWarGameCardOutcome> {
  const step = input.stepId ? await command.find(Step, input.stepId) : null;
  if (step instanceof NotFound) return step;
  const line = input.planLineId ? await command.find(PlanLine, input.planLineId) : await lineOf(command, step);
  if (line instanceof NotFound) return line;
  const about = step ?? line;
  if (!about) return new InvalidInput([new InputProblem('planLineId', 'name a plan line, or a step')]);
  const owner = await command.find(Rep, input.ownerId ?? about.ownerId);
  if (!(owner instanceof Rep)) return owner;
  const problems = ownerProblems(command.identity, owner);
  if (step && input.planLineId && step.planLineId !== input.planLineId)
    problems.push(new InputProblem('planLineId', "must be the step's, or left out"));
  if (problems.length > 0) return new InvalidInput(problems);
  const { side, move, answer, trigger } = input;
  const card = Object.assign(new WarGameCard(), {
    ...command.newAggregate(about.correlationId),
    accountId: about.accountId,
    planId: line?.planId ?? null,
    planLineId: line?.id ?? null,
    stepId: step?.id ?? null,
    side,
    move,
    answer,
    trigger,
    status: warGameCardStatuses.initial,
    triggeredOn: null,
    outcome: null,
    ownerId: owner.id,
    team: owner.team,
  });
  return command.add(card);
}

/** The plan line whose key node a step is; whoever sees the step may say of which line its card is. */
async function lineOf({ manager, tenantId }: Command, step: Step | null): Promise<PlanLine | null> {
  return step?.planLineId ? manager.findOneBy(PlanLine, { tenantId, id: step.planLineId }) : null;
}
