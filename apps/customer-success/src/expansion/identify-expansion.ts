import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  knownReferences,
  MoneyValue,
  NotFound,
  plannedDayProblems,
  present,
} from '@fivepoint/service';
import { ownerOfAccount } from '../success-plan/owner-of-account';
import { latestPlanOf } from '../success-plan/plan-of-contract';
import { Expansion } from './expansion';
import type { IdentifyExpansionInput } from './expansion.inputs';

export type IdentifyExpansionOutcome = Expansion | NotFound | InvalidInput;

/** Says what more a customer needs (capability S01): deal opens a deal for it, and a new turn of the lifecycle begins. */
export async function identifyExpansion(
  command: Command,
  input: IdentifyExpansionInput,
): Promise<IdentifyExpansionOutcome> {
  const references = await knownReferences(command, input, null);
  if (references instanceof NotFound) return references;
  const amount = Money.from(input.amount);
  const plan = await latestPlanOf(command, input.accountId);
  const problems = plannedDayProblems('dueOn', input.dueOn, await command.today());
  problems.push(...amountProblems('amount', amount, 'be more than zero'));
  const { ownerId, team } = ownerOfAccount(references.account, plan);
  if (!ownerId || !team)
    problems.push(new InputProblem('accountId', 'this account has no owner yet; give it one in planning first'));
  if (problems.length > 0 || !ownerId || !team) return new InvalidInput(problems);
  const turn = command.newTurn();
  const expansion = Object.assign(new Expansion(), {
    ...command.newAggregate(turn),
    accountId: input.accountId,
    contractId: plan?.contractId ?? null,
    productId: references.productId,
    dealId: null,
    status: 'IDENTIFIED' as const,
    dueOn: input.dueOn,
    amount: MoneyValue.of(amount),
    need: input.need,
    fit: input.fit,
    newProductRequired: input.newProductRequired,
    ownerId,
    team,
  });
  await command.add(expansion);
  command.emit({
    type: 'fivepoint.customer-success.expansion-identified.v1',
    key: expansion.accountId,
    subject: expansion.id,
    correlationId: turn,
    ...(plan && { parentCorrelationId: plan.correlationId }),
    data: {
      expansionId: expansion.id,
      accountId: expansion.accountId,
      amount: amount.toJSON(),
      need: input.need,
      fit: input.fit,
      newProductRequired: input.newProductRequired,
      dueOn: input.dueOn,
      ownerId,
      team,
      ...present({ contractId: expansion.contractId, productId: expansion.productId }),
    },
  });
  return expansion;
}
