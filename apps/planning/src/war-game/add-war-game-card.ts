import { type Command, InputProblem, InvalidInput, NotFound, ownerProblems } from '@fivepoint/service';
import { holdCounting } from '../plan-line/counting-line';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { Rep } from '../rep/rep';
import { Step } from '../step/step';
import { WarGameCard } from './war-game-card';
import type { AddWarGameCardInput } from './war-game-card.inputs';
import { warGameCardStatuses } from './war-game-card.statuses';

export type AddWarGameCardOutcome = WarGameCard | NotFound | PlanLineEnded | InvalidInput;

/** Foresees a move of a rival or of the customer, with our answer to it (capability P39). */
export async function addWarGameCard(command: Command, input: AddWarGameCardInput): Promise<AddWarGameCardOutcome> {
  const step = input.stepId ? await command.find(Step, input.stepId) : null;
  if (step instanceof NotFound) return step;
  const named = input.planLineId ? await command.find(PlanLine, input.planLineId) : null;
  if (named instanceof NotFound) return named;
  // Whoever sees a key node may say of which line its card is.
  const lineId = named?.id ?? step?.planLineId;
  const line = lineId ? await holdCounting(command, lineId) : null;
  if (line instanceof PlanLineEnded) return line;
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
