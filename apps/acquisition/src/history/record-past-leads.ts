import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type BulkPayload,
  type Command,
  earliestPastDay,
  type InputProblem,
  InvalidInput,
  MoneyValue,
  type NotFound,
  pastDayProblems,
  recordedAs,
  recordRowsTogether,
  unknownReferences,
} from '@fivepoint/service';
import { Lead } from '../lead/lead';
import { announceCaptured } from '../lead/open-lead';
import type { PastLeadRow, RecordPastLeadsInput } from './history.inputs';

/**
 * Records leads of an older system as they were: no gate is asked, origin is IMPORTED, events carry their own time and open no work.
 * A row whose external id is there already is left alone; a row that makes no sense is refused by itself.
 */
export function recordPastLeads(command: Command, { rows }: RecordPastLeadsInput): Promise<BulkPayload> {
  return recordRowsTogether(command, rows, [Lead], recordedAs(command, Lead), async () => {
    const unknownOf = await unknownReferences(command, rows);
    return (row) => recordPastLead(command, row, unknownOf(row));
  });
}

async function recordPastLead(
  command: Command,
  row: PastLeadRow,
  unknown: NotFound | null,
): Promise<Lead | InvalidInput | NotFound> {
  const problems = pastLeadProblems(row, await command.today());
  if (problems.length > 0) return new InvalidInput(problems);
  if (unknown) return unknown;
  const lead = Object.assign(new Lead(), {
    ...command.newAggregate(command.newTurn()),
    parentCorrelationId: null,
    status: row.purchasePattern ? ('CLASSIFIED' as const) : ('CAPTURED' as const),
    source: row.source,
    title: row.title,
    organisation: null,
    accountId: row.accountId ?? null,
    productId: row.productId ?? null,
    pursuitId: null,
    planLineId: null,
    referralId: null,
    contactIds: [],
    purchasePattern: row.purchasePattern ?? null,
    expectedAmount: row.expectedAmount ? MoneyValue.of(Money.from(row.expectedAmount)) : null,
    expectedCloseOn: null,
    capturedOn: row.capturedOn,
    disqualificationReason: null,
    dealId: null,
    dealOutcome: null,
    dealClosedOn: null,
    externalId: row.externalId,
    ownerId: row.ownerId,
    team: row.team,
  });
  await command.add(lead);
  announceCaptured(command, lead);
  return lead;
}

/** What keeps a past lead from being recorded as it is; pure. */
export function pastLeadProblems(
  row: Pick<PastLeadRow, 'capturedOn' | 'expectedAmount'>,
  today: string,
): InputProblem[] {
  return [
    ...pastDayProblems('capturedOn', row.capturedOn, today, earliestPastDay),
    ...amountProblems('expectedAmount', row.expectedAmount && Money.from(row.expectedAmount), 'not be negative'),
  ];
}
