import { daysBetween, laterOf, type LocalDate, Money } from '@fivepoint/kernel';
import {
  type BulkPayload,
  type Command,
  eachOneAtATime,
  InvalidInput,
  MoneyValue,
  type NotFound,
  recordedAs,
  recordRowsTogether,
  unknownReferences,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { type BilledContract, ContractAccount } from '../contract/contract-account';
import { Dispute } from '../dispute/dispute';
import { bookDispute } from '../dispute/open-dispute';
import { closeDispute } from '../dispute/resolve-dispute';
import { Instalment } from '../instalment/instalment';
import { lockInstalments } from '../instalment/lock-instalments';
import { worthOf } from '../instalment/worth';
import { LedgerEntry } from '../ledger/ledger-entry';
import { collectedOf } from '../ledger/sums';
import { Receipt } from '../receipt/receipt';
import { bookReceipt } from '../receipt/record-receipt';
import type { PastReceivableRow, RecordPastReceivablesInput } from './history.inputs';
import { contradictions, pastReceivableProblems } from './past-receivable-rules';

/**
 * Stands for our own account in receipts of an older system, which tells no bank's serial numbers. Numbers of real accounts are kept without
 * blanks, so that none is ever equal to it.
 */
const olderSystem = 'older system';

/**
 * Records receivables of an older system as they were: no gate is asked, origin is IMPORTED, events carry their own time and open no work.
 * A row whose external id is there already is left alone; a row that makes no sense is refused by itself.
 */
export function recordPastReceivables(command: Command, { rows }: RecordPastReceivablesInput): Promise<BulkPayload> {
  return recordRowsTogether(
    command,
    rows,
    [ContractAccount, Instalment, Dispute, Receipt, LedgerEntry],
    recordedAs(command, Instalment),
    async () => {
      const known = await pastContracts(command, rows);
      return (row) => recordPastReceivable(command, row, known);
    },
  );
}

/** What rows of history are judged by: locked, and kept up to date from row to row. */
interface Known {
  today: LocalDate;
  unknownOf: (row: PastReceivableRow) => NotFound | null;
  contracts: Map<string, ContractAccount>;
  /** By contract. */
  instalments: Map<string, Instalment[]>;
  /** By instalment, in minor units. */
  collected: Map<string, bigint>;
}

/** Everything that the rows may belong to, as deal has told it, with what is recorded of it. */
async function pastContracts(command: Command, rows: readonly PastReceivableRow[]): Promise<Known> {
  const { manager, tenantId } = command;
  const ids = [...new Set(rows.map(({ contractId }) => contractId))].sort();
  await eachOneAtATime(
    command,
    ids.map((id) => ['contract', id]),
  );
  const found = await manager.find(ContractAccount, {
    where: { tenantId, id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const instalments = await lockInstalments(
    command,
    found.map(({ id }) => id),
  );
  const collected = await collectedOf(
    manager,
    tenantId,
    instalments.map(({ id }) => id),
  );
  const byContract = new Map<string, Instalment[]>(ids.map((id) => [id, []]));
  for (const instalment of instalments) byContract.get(instalment.contractId)?.push(instalment);
  return {
    today: await command.today(),
    unknownOf: await unknownReferences(command, rows),
    contracts: new Map(found.map((contract) => [contract.id, contract])),
    instalments: byContract,
    collected,
  };
}

async function recordPastReceivable(
  command: Command,
  row: PastReceivableRow,
  known: Known,
): Promise<Instalment | InvalidInput | NotFound> {
  const problems = pastReceivableProblems(row, known.today);
  if (problems.length > 0) return new InvalidInput(problems);
  const unknown = known.unknownOf(row);
  if (unknown) return unknown;
  const amount = Money.from(row.amount);
  const there = known.contracts.get(row.contractId);
  const others = known.instalments.get(row.contractId) ?? [];
  const contradictory = there ? contradictions(there, others, row, amount) : [];
  if (contradictory.length > 0) return new InvalidInput(contradictory);

  const contract = there ?? (await openPastContract(command, row, amount));
  known.contracts.set(contract.id, contract);
  contract.accountId = row.accountId;
  if (contract.dealId === null) contract.amount = MoneyValue.of(amount.plus(worthOf(others, amount.currency)));
  await command.save(contract);
  const billed = contract as BilledContract;
  const instalment = pastInstalment(command, billed, row, { amount, number: others.length + 1 });
  await command.add(instalment);
  const dispute = row.disputed ? await recordDispute(command, billed, instalment, row) : null;
  if (row.receivedOn) {
    await recordPayment(command, billed, {
      instalment,
      others,
      receivedOn: row.receivedOn,
      collected: known.collected,
    });
    if (dispute) await closeDispute(command, dispute, laterOf(row.receivedOn, dispute.openedOn), 'paid in full');
  }
  known.instalments.set(contract.id, [...others, instalment]);
  return instalment;
}

/** A contract of which deal's word has not come. */
function openPastContract(command: Command, row: PastReceivableRow, amount: Money): Promise<ContractAccount> {
  return command.add(
    Object.assign(new ContractAccount(), {
      ...command.newAggregate(command.newTurn()),
      id: row.contractId,
      dealId: null,
      accountId: row.accountId,
      planLineId: null,
      amount: MoneyValue.of(amount),
      signedOn: row.invoicedOn,
      warrantyMonths: 0,
      settledOn: null,
      ownerId: row.ownerId,
      team: row.team,
    }),
  );
}

function pastInstalment(
  command: Command,
  contract: BilledContract,
  row: PastReceivableRow,
  { amount, number }: { amount: Money; number: number },
): Instalment {
  return Object.assign(new Instalment(), {
    ...command.newAggregate(contract.correlationId),
    contractId: contract.id,
    accountId: row.accountId,
    number,
    name: row.externalId,
    basisPoints: null,
    trigger: 'SIGNING' as const,
    dueDays: daysBetween(row.invoicedOn, row.dueOn),
    amount: MoneyValue.of(amount),
    triggeredOn: row.invoicedOn,
    dueOn: row.dueOn,
    status: 'DUE' as const,
    claimedOn: null,
    claimed: null,
    collectedOn: null,
    externalId: row.externalId,
    ownerId: row.ownerId,
    team: row.team,
  });
}

/** The older system tells that there was a dispute, not why or when: it is kept as raised with the invoice, for another reason. */
const recordDispute = (
  command: Command,
  contract: BilledContract,
  instalment: Instalment,
  { invoicedOn }: PastReceivableRow,
): Promise<Dispute> =>
  bookDispute(command, contract, {
    instalmentId: instalment.id,
    reason: 'OTHER',
    note: null,
    amount: null,
    openedOn: invoicedOn,
  });

async function recordPayment(
  command: Command,
  contract: BilledContract,
  paid: {
    instalment: Instalment;
    others: readonly Instalment[];
    receivedOn: LocalDate;
    collected: Map<string, bigint>;
  },
): Promise<void> {
  const { instalment, others, receivedOn, collected } = paid;
  await bookReceipt(
    command,
    {
      amount: instalment.amount.money,
      receivedOn,
      ownAccount: olderSystem,
      bankSerial: instalment.externalId ?? instalment.id,
      payer: null,
    },
    {
      contracts: [contract],
      instalments: [...others, instalment],
      collected,
      allocations: [{ instalmentId: instalment.id, minor: instalment.amount.minor }],
    },
  );
  collected.set(instalment.id, instalment.amount.minor);
}
