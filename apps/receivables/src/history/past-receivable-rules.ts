import { type LocalDate, Money } from '@fivepoint/kernel';
import { amountProblems, earliestPastDay, InputProblem, pastDayProblems } from '@fivepoint/service';
import type { ContractAccount } from '../contract/contract-account';
import type { Instalment } from '../instalment/instalment';
import { worthOf } from '../instalment/worth';
import type { PastReceivableRow } from './history.inputs';

/** What a past receivable must say to be recorded at all; pure. */
export function pastReceivableProblems(row: PastReceivableRow, today: LocalDate): InputProblem[] {
  const problems = amountProblems('amount', Money.from(row.amount), 'be more than zero');
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  for (const path of ['invoicedOn', 'receivedOn'] as const)
    problems.push(...pastDayProblems(path, row[path], today, earliestPastDay));
  if (row.dueOn < row.invoicedOn) problem('dueOn', `must not be before invoicedOn, ${row.invoicedOn}`);
  return problems;
}

/** A contract's instalments are a list without pages: what an older system has beyond that belongs to several contracts. */
export const mostPastInstalments = 100;

/** What in a past receivable contradicts what is known of its contract; pure. */
export function contradictions(
  contract: Pick<ContractAccount, 'origin' | 'accountId' | 'amount' | 'dealId'>,
  others: readonly Pick<Instalment, 'amount'>[],
  row: Pick<PastReceivableRow, 'accountId'>,
  amount: Money,
): InputProblem[] {
  const { currency } = contract.amount;
  if (contract.origin === 'LIVE')
    return [
      new InputProblem('contractId', 'this contract was signed here, with instalments of its own; it has no history'),
    ];
  if (others.length >= mostPastInstalments)
    return [new InputProblem('contractId', `has ${mostPastInstalments} receivables already; no contract has more`)];
  if (contract.accountId !== null && contract.accountId !== row.accountId)
    return [new InputProblem('accountId', `must be the account of the contract, ${contract.accountId}`)];
  if (amount.currency !== currency)
    return [new InputProblem('amount', `must be in the currency of the contract, ${currency}`)];
  if (contract.dealId === null && !contract.amount.money.canAdd(amount))
    return [new InputProblem('amount', 'makes the contract too large to be added up')];
  const left = contract.amount.money.minus(worthOf(others, currency));
  return contract.dealId !== null && amount.compare(left) > 0
    ? [
        new InputProblem(
          'amount',
          `must be at most what the contract has beside its other receivables, ${left.toString()}`,
        ),
      ]
    : [];
}
