import { daysBetween, type LocalDate, Money } from '@fivepoint/kernel';
import { type Command, MoneyValue, present } from '@fivepoint/service';
import type { BilledContract } from '../contract/contract-account';
import { settleWhenPaid } from '../contract/settle-contract';
import type { Instalment } from '../instalment/instalment';
import { instalmentStatuses } from '../instalment/instalment.statuses';
import { outstandingOf } from '../instalment/outstanding';
import { LedgerEntry, type LedgerEntryKind } from '../ledger/ledger-entry';
import { lastValueDateOf } from '../ledger/sums';
import type { Placement } from './place-money';
import type { Receipt } from './receipt';

/** Adds one line to the ledger about the receipt. */
export async function addEntry(
  command: Command,
  receipt: Receipt,
  entry: {
    kind: LedgerEntryKind;
    minor: bigint;
    effectiveOn: LocalDate;
    accountId: string | null;
    instalment?: Instalment;
  },
): Promise<void> {
  const { kind, minor, effectiveOn, accountId, instalment } = entry;
  await command.add(
    Object.assign(new LedgerEntry(), {
      ...command.newRow(),
      kind,
      receiptId: receipt.id,
      accountId,
      contractId: instalment?.contractId ?? null,
      instalmentId: instalment?.id ?? null,
      amount: MoneyValue.of(Money.of(minor, receipt.amount.currency)),
      effectiveOn,
      recordedAt: command.now,
    }),
  );
}

/**
 * Writes what a receipt pays into the ledger and says so: a payment per instalment, each instalment that is now paid in full, each contract that
 * is now settled. The placement's rows are locked and its allocations fit.
 *
 * @param effectiveOn the day from which the payments count: the value date, or the day on which waiting money was assigned
 */
export async function bookAllocations(
  command: Command,
  receipt: Receipt,
  { contracts, instalments, collected, allocations }: Placement,
  effectiveOn: LocalDate,
): Promise<void> {
  for (const contract of contracts) {
    const ofContract = instalments.filter(({ contractId }) => contractId === contract.id);
    let left = ofContract.reduce((sum, one) => sum + one.amount.minor - (collected.get(one.id) ?? 0n), 0n);
    for (const { instalmentId, minor } of allocations) {
      const instalment = ofContract.find(({ id }) => id === instalmentId);
      if (!instalment) continue;
      await addEntry(command, receipt, {
        kind: 'ALLOCATION',
        minor,
        effectiveOn,
        accountId: contract.accountId,
        instalment,
      });
      const paid = (collected.get(instalmentId) ?? 0n) + minor;
      left -= minor;
      announcePayment(command, receipt, contract, instalment, { minor, paid, left });
      if (paid === instalment.amount.minor)
        await collectInFull(command, instalment, await paidInFullOn(command, receipt, instalmentId, paid - minor));
      // Who claims what is outstanding must have seen what has been paid of it.
      else await command.touch(instalment);
    }
    await settleWhenPaid(command, contract, ofContract);
  }
}

function announcePayment(
  command: Command,
  receipt: Receipt,
  contract: BilledContract,
  instalment: Instalment,
  { minor, paid, left }: { minor: bigint; paid: bigint; left: bigint },
): void {
  const { currency } = receipt.amount;
  command.emit({
    type: 'fivepoint.receivables.payment-received.v1',
    key: contract.accountId,
    subject: receipt.id,
    correlationId: contract.correlationId,
    day: receipt.receivedOn,
    data: {
      receiptId: receipt.id,
      accountId: contract.accountId,
      contractId: contract.id,
      instalmentId: instalment.id,
      amount: Money.of(minor, currency).toJSON(),
      receivedOn: receipt.receivedOn,
      instalmentOutstanding: outstandingOf(instalment, paid).toJSON(),
      contractOutstanding: Money.of(left, currency).toJSON(),
      ...present({ planLineId: contract.planLineId }),
    },
  });
}

/**
 * The day on which an instalment was paid in full, by value dates, for a customer is not late because we were slow to find whose money it
 * was: the latest of this receipt's and of those before, which may have been recorded the other way round.
 */
async function paidInFullOn(
  command: Command,
  receipt: Receipt,
  instalmentId: string,
  before: bigint,
): Promise<LocalDate> {
  if (before === 0n) return receipt.receivedOn;
  const earlier = await lastValueDateOf(command.manager, command.tenantId, instalmentId);
  return earlier && earlier > receipt.receivedOn ? earlier : receipt.receivedOn;
}

/** The last of an instalment was paid. */
async function collectInFull(command: Command, instalment: Instalment, collectedOn: LocalDate): Promise<void> {
  instalmentStatuses.mustMove(instalment, 'COLLECTED');
  instalment.collectedOn = collectedOn;
  await command.save(instalment);
  const { dueOn } = instalment;
  command.emit({
    type: 'fivepoint.receivables.instalment-collected.v1',
    key: instalment.accountId,
    subject: instalment.id,
    correlationId: instalment.correlationId,
    day: collectedOn,
    data: {
      instalmentId: instalment.id,
      contractId: instalment.contractId,
      accountId: instalment.accountId,
      amount: instalment.amount.money.toJSON(),
      trigger: instalment.trigger,
      collectedOn,
      ...(dueOn && { dueOn, daysLate: daysBetween(dueOn, collectedOn) }),
    },
  });
}
