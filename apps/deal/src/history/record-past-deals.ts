import { DomainError, Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type BulkPayload,
  type Command,
  earliestPastDay,
  InputProblem,
  InvalidInput,
  MoneyValue,
  type NotFound,
  pastDayProblems,
  recordedAs,
  recordRowsTogether,
  unknownReferences,
} from '@fivepoint/service';
import { Contract } from '../contract/contract';
import { paymentTermProblem, type PaymentTermValue } from '../contract/payment-terms';
import { announceSigned } from '../contract/sign-contract';
import { Deal } from '../deal/deal';
import { announceLost } from '../deal/lose-deal';
import { announceOpened } from '../deal/open-deal';
import type { PastDealRow, RecordPastDealsInput } from './history.inputs';

/** Where the older system does not say how a contract paid. */
const wholeAtSigning: readonly PaymentTermValue[] = [
  { name: '全款', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 0 },
];

/**
 * Records deals of an older system as they were: no gate is asked, origin is IMPORTED, events carry their own time and open no work.
 * A row whose external id is there already is left alone; a row that makes no sense is refused by itself.
 */
export function recordPastDeals(command: Command, { rows }: RecordPastDealsInput): Promise<BulkPayload> {
  return recordRowsTogether(command, rows, [Deal, Contract], recordedAs(command, Deal), async () => {
    const unknownOf = await unknownReferences(command, rows);
    return async (row) => {
      const recorded = await recordPastDeal(command, row, unknownOf(row));
      return recorded instanceof DomainError ? recorded : recorded.deal;
    };
  });
}

/**
 * One deal as it was, with its contract where it was won.
 * @param unknown the refusal for what the row points to and planning has not told of
 */
export async function recordPastDeal(
  command: Command,
  row: PastDealRow,
  unknown: NotFound | null,
): Promise<{ deal: Deal; contract: Contract | null } | InvalidInput | NotFound> {
  const problems = pastDealProblems(row, await command.today());
  if (problems.length > 0) return new InvalidInput(problems);
  if (unknown) return unknown;
  const amount = row.amount ? MoneyValue.of(Money.from(row.amount)) : null;
  const deal = Object.assign(new Deal(), {
    ...command.newAggregate(command.newTurn()),
    kind: row.kind,
    stage: row.stage,
    accountId: row.accountId ?? null,
    productId: row.productId ?? null,
    planLineId: null,
    leadId: null,
    renewalId: null,
    expansionId: null,
    purchasePattern: null,
    amount,
    expectedCloseOn: null,
    openedOn: row.openedOn ?? row.closedOn ?? '',
    closedOn: row.closedOn ?? null,
    lossReason: row.lossReason ?? null,
    rival: null,
    externalId: row.externalId,
    ownerId: row.ownerId,
    team: row.team,
  });
  await command.add(deal);
  announceOpened(command, deal);
  if (row.stage === 'LOST') announceLost(command, deal, 'VERIFY');
  const contract = row.stage === 'SIGNED' && amount ? await addContract(command, deal, amount, row) : null;
  return { deal, contract };
}

async function addContract(command: Command, deal: Deal, amount: MoneyValue, row: PastDealRow): Promise<Contract> {
  const contract = Object.assign(new Contract(), {
    ...command.newAggregate(deal.correlationId),
    dealId: deal.id,
    accountId: deal.accountId,
    productId: deal.productId,
    planLineId: null,
    number: null,
    kind: deal.kind,
    amount,
    signedOn: row.closedOn ?? deal.openedOn,
    paymentTerms: row.paymentTerms?.map((term) => ({ ...term })) ?? [...wholeAtSigning],
    warrantyMonths: 0,
    recurring: null,
    termMonths: null,
    startsOn: null,
    externalId: row.externalId,
    ownerId: deal.ownerId,
    team: deal.team,
  });
  await command.add(contract);
  announceSigned(command, contract);
  return contract;
}

/** What a past deal must say to be recorded at all; pure. */
export function pastDealProblems(row: PastDealRow, today: string): InputProblem[] {
  const terms = row.paymentTerms ? paymentTermProblem(row.paymentTerms) : null;
  const problems = terms ? [terms] : [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  const closed = row.stage === 'SIGNED' || row.stage === 'LOST';
  if (closed && !row.closedOn) problem('closedOn', `a deal that is ${row.stage} must say when`);
  if (!row.openedOn && !row.closedOn) problem('openedOn', 'must say when work on it began');
  for (const path of ['openedOn', 'closedOn'] as const)
    problems.push(...pastDayProblems(path, row[path], today, earliestPastDay));
  if (row.openedOn && row.closedOn && row.openedOn > row.closedOn)
    problem('closedOn', `must not be before openedOn, ${row.openedOn}`);
  if (row.stage === 'SIGNED' && !row.amount) problem('amount', 'a deal that is SIGNED must say for how much');
  return [...problems, ...amountProblems('amount', row.amount && Money.from(row.amount), 'not be negative')];
}
