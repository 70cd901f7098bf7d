import {
  type Command,
  type Identity,
  InputProblem,
  InvalidInput,
  plannedDayProblems,
  teamProblems,
} from '@fivepoint/service';
import { newVersion } from '../plan-version/revise-plan';
import { Tenant } from '../tenant/tenant';
import { Plan } from './plan';
import type { CreatePlanInput } from './plan.inputs';
import { planStatuses } from './plan.statuses';

export type CreatePlanOutcome = Plan | InvalidInput;

/** Begins a plan (capability P02), empty and in DRAFT; it is version 1 of itself. */
export async function createPlan(command: Command, input: CreatePlanInput): Promise<CreatePlanOutcome> {
  const { tenantId, identity } = command;
  const tenant = await command.manager.findOneBy(Tenant, { tenantId, id: tenantId });
  const currency = input.currency ?? tenant?.currency;
  const today = await command.today();
  const problems = [
    ...planProblems(identity, input),
    ...plannedDayProblems('startsOn', input.startsOn, today),
    ...plannedDayProblems('endsOn', input.endsOn, today),
  ];
  if (!currency) problems.push(new InputProblem('currency', 'must be given: your company has none of its own'));
  if (problems.length > 0 || !currency) return new InvalidInput(problems);
  const aggregate = command.newAggregate();
  const first = newVersion(command, aggregate.id);
  const plan = Object.assign(new Plan(), {
    ...aggregate,
    name: input.name,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    currency,
    status: planStatuses.initial,
    approvedAt: null,
    approvedAs: null,
    approverId: null,
    approverUserId: null,
    returnReason: null,
    ownerId: identity.repId,
    team: teamOf(identity, input.team),
    currentVersionId: first.id,
    openVersionId: first.id,
  });
  await command.add(plan);
  await command.add(first);
  return plan;
}

/** Everything that keeps a plan from being begun like this; pure. */
export function planProblems(
  identity: Pick<Identity, 'roles' | 'teams'>,
  { startsOn, endsOn, team }: Pick<CreatePlanInput, 'startsOn' | 'endsOn' | 'team'>,
): InputProblem[] {
  const problems = team ? teamProblems(identity, team) : [];
  if (endsOn < startsOn) problems.push(new InputProblem('endsOn', `must not be before ${startsOn}`));
  return problems;
}

/** Whose plan it is, where the input leaves it open: the author's one team, else the whole company's (null). Pure. */
export const teamOf = ({ teams }: Pick<Identity, 'teams'>, team?: string | null): string | null =>
  team ?? (teams.length === 1 ? (teams[0] ?? null) : null);
