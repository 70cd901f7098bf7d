import { daysBetween, type LocalDate, Money } from '@fivepoint/kernel';
import {
  type BulkPayload,
  type Command,
  InputProblem,
  InvalidInput,
  known,
  moneyOf,
  MoneyValue,
  NotFound,
  recordRows,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { type BilledContract, ContractAccount } from '../contract/contract-account';
import type { Dispute } from '../dispute/dispute';
import { bookDispute } from '../dispute/open-dispute';
import { closeDispute } from '../dispute/resolve-dispute';
import { Instalment } from '../instalment/instalment';
import { lockInstalments } from '../instalment/lock-instalments';
import { oneAtATime } from '../ledger/one-at-a-time';
import { collectedOf } from '../ledger/sums';
import { bookReceipt } from '../receipt/record-receipt';
import type { PastReceivableRow, RecordPastReceivablesInput } from './history.inputs';

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
  return recordRows(
    command,
    rows,
    async (externalIds) => {
      const there = await command.manager.findBy(Instalment, {
        tenantId: command.tenantId,
        externalId: In(externalIds),
      });
      return new Map(there.map((instalment) => [instalment.externalId ?? '', instalment.id]));
    },
    (row) => recordPastReceivable(command, row),
  );
}

async function recordPastReceivable(
  command: Command,
  row: PastReceivableRow,
): Promise<Instalment | InvalidInput | NotFound> {
  const problems = pastReceivableProblems(row);
  if (problems.length > 0) return new InvalidInput(problems);
  if (!(await known(command.manager, command.tenantId, 'account', row.accountId)))
    return new NotFound('Account', row.accountId);
  const amount = moneyOf(row.amount, 'amount');
  const { contract, others } = await pastContract(command, row);
  const contradictory = contradictions(contract, others, row, amount);
  if (contradictory.length > 0) return new InvalidInput(contradictory);

  const worth = contract.dealId === null ? amount.plus(sumOf(others, amount.currency)) : contract.amount.money;
  if (contract.accountId === null || !worth.equals(contract.amount.money))
    await command.save(Object.assign(contract, { accountId: row.accountId, amount: MoneyValue.of(worth) }));
  const billed = contract as BilledContract;
  const instalment = pastInstalment(command, billed, row, { amount, number: others.length + 1 });
  await command.add(instalment);
  const dispute = row.disputed ? await recordDispute(command, billed, instalment, row) : null;
  if (row.receivedOn) {
    await recordPayment(command, billed, { instalment, others, receivedOn: row.receivedOn });
    if (dispute) await closeDispute(command, dispute, laterOf(row.receivedOn, dispute.openedOn), 'paid in full');
  }
  return instalment;
}

/** The contract of a past receivable, locked, with what is recorded of it: as deal has told it, or new where deal's word has not come. */
async function pastContract(
  command: Command,
  row: PastReceivableRow,
): Promise<{ contract: ContractAccount; others: Instalment[] }> {
  const { tenantId } = command;
  await oneAtATime(command, 'contract', row.contractId);
  const contract = await command.manager.findOne(ContractAccount, {
    where: { tenantId, id: row.contractId },
    lock: { mode: 'pessimistic_write' },
  });
  if (contract) return { contract, others: await lockInstalments(command, [contract.id]) };
  const opened = Object.assign(new ContractAccount(), {
    tenantId,
    id: row.contractId,
    createdAt: command.now,
    correlationId: command.newTurn(),
    origin: 'IMPORTED' as const,
    dealId: null,
    accountId: row.accountId,
    planLineId: null,
    amount: MoneyValue.of(moneyOf(row.amount, 'amount')),
    signedOn: row.invoicedOn,
    warrantyMonths: 0,
    settledOn: null,
    ownerId: row.ownerId,
    team: row.team,
  });
  await command.add(opened);
  return { contract: opened, others: [] };
}

function pastInstalment(
  command: Command,
  contract: BilledContract,
  row: PastReceivableRow,
  { amount, number }: { amount: Money; number: number },
): Instalment {
  return Object.assign(new Instalment(), {
    ...command.newRow(),
    createdAt: command.now,
    correlationId: contract.correlationId,
    origin: 'IMPORTED' as const,
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
  bookDispute(
    command,
    contract,
    { instalmentId: instalment.id, reason: 'OTHER', note: null, amount: null, openedOn: invoicedOn },
    'IMPORTED',
  );

async function recordPayment(
  command: Command,
  contract: BilledContract,
  paid: { instalment: Instalment; others: readonly Instalment[]; receivedOn: LocalDate },
): Promise<void> {
  const { instalment, others, receivedOn } = paid;
  const otherIds = others.map(({ id }) => id);
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
      collected: await collectedOf(command.manager, command.tenantId, otherIds),
      allocations: [{ instalmentId: instalment.id, minor: instalment.amount.minor }],
    },
    'IMPORTED',
  );
}

/** What a past receivable must say to be recorded at all; pure. */
export function pastReceivableProblems(row: PastReceivableRow): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  try {
    if (Money.from(row.amount).minor <= 0n) problem('amount', 'must be more than zero');
  } catch (error) {
    problem('amount', error instanceof RangeError ? error.message : 'must be an amount of money');
  }
  if (row.dueOn < row.invoicedOn) problem('dueOn', `must not be before invoicedOn, ${row.invoicedOn}`);
  if (row.team.trim() === '') problem('team', 'must not be empty');
  return problems;
}

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
  if (contract.accountId !== null && contract.accountId !== row.accountId)
    return [new InputProblem('accountId', `must be the account of the contract, ${contract.accountId}`)];
  if (amount.currency !== currency)
    return [new InputProblem('amount', `must be in the currency of the contract, ${currency}`)];
  const left = contract.amount.money.minus(sumOf(others, currency));
  return contract.dealId !== null && amount.compare(left) > 0
    ? [
        new InputProblem(
          'amount',
          `must be at most what the contract has beside its other receivables, ${left.toString()}`,
        ),
      ]
    : [];
}

const sumOf = (instalments: readonly Pick<Instalment, 'amount'>[], currency: string): Money =>
  instalments.reduce((sum, { amount }) => sum.plus(amount.money), Money.zero(currency));

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
