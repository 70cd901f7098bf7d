import { type Command, InputProblem, InvalidInput, NotFound, plannedDayProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { latestAssessments } from '../assessment/latest-assessments';
import { coverageReturnsOf } from '../coverage-return/coverage-returns-of';
import { Plan } from '../plan/plan';
import { AccountSelection, type SelectionDecision } from './account-selection';
import type { SelectAccountInput } from './selection.inputs';

export type DecideSelectionOutcome = AccountSelection | NotFound | InvalidInput;

/** Says whether an account is a key account for a plan or a period, and why (capability P03); what was said before stays, and counts no more. */
export async function decideSelection(
  command: Command,
  decision: SelectionDecision,
  input: SelectAccountInput,
): Promise<DecideSelectionOutcome> {
  const { tenantId, manager } = command;
  // Whoever decides about it at the same time comes before or after: the later word counts.
  const account = await command.lock(Account, input.accountId);
  if (!(account instanceof Account)) return new NotFound('Account', input.accountId);
  const plan = input.planId ? await command.find(Plan, input.planId) : null;
  if (plan instanceof NotFound) return plan;
  const today = await command.today();
  const problems = [
    ...periodProblems(input),
    ...plannedDayProblems('startsOn', input.startsOn, today),
    ...plannedDayProblems('endsOn', input.endsOn, today),
  ];
  const { startsOn, endsOn } = plan ?? input;
  if (problems.length > 0 || !startsOn || !endsOn) return new InvalidInput(problems);
  const said = await manager.maximum(AccountSelection, 'number', { tenantId, accountId: account.id });
  const assessment = (await latestAssessments(manager, tenantId, [account.id])).get(account.id);
  const [worth] = await coverageReturnsOf(manager, tenantId, [account], today);
  return command.add(
    Object.assign(new AccountSelection(), {
      ...command.newAggregate(account.correlationId),
      ...{ accountId: account.id, planId: plan?.id ?? null, decision, reason: input.reason, startsOn, endsOn },
      ...{ number: (said ?? 0) + 1, decidedOn: today },
      ...{ deciderId: command.identity.repId, deciderUserId: command.identity.userId },
      class: account.class,
      attainable: assessment?.attainable ?? null,
      relationshipScore: assessment?.relationshipScore ?? null,
      coverageRatio: worth?.ratio ?? null,
    }),
  );
}

/** What is wrong with what a decision is said to be for: a plan, or a period with both its days. Pure. */
export function periodProblems({
  planId,
  startsOn,
  endsOn,
}: Pick<SelectAccountInput, 'planId' | 'startsOn' | 'endsOn'>): InputProblem[] {
  const days = { startsOn, endsOn };
  const given = (['startsOn', 'endsOn'] as const).filter((path) => days[path] != null);
  if (planId) return given.map((path) => new InputProblem(path, 'must be left out: the period is that of the plan'));
  const missing = (['startsOn', 'endsOn'] as const).filter((path) => !given.includes(path));
  if (missing.length > 0)
    return missing.map((path) => new InputProblem(path, 'must be there, or a plan in place of the period'));
  return String(endsOn) < String(startsOn)
    ? [new InputProblem('endsOn', `must not be before ${String(startsOn)}, its first day`)]
    : [];
}
