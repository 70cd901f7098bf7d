import { DomainError, type LocalDate, Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  type InputProblem,
  InvalidInput,
  MoneyValue,
  type NotFound,
  oneAtATime,
  pastDayProblems,
} from '@fivepoint/service';
import { addEntry, bookAllocations } from './book-allocations';
import { isPlaced, placeMoney, type Placement } from './place-money';
import { Receipt } from './receipt';
import { ReceiptSerialReused } from './receipt.errors';
import type { RecordReceiptInput } from './receipt.inputs';

export type RecordReceiptOutcome = Receipt | NotFound | InvalidInput | ReceiptSerialReused;

/**
 * Records money that came in (rules §7). A receipt is identified by our own account and the bank's serial number: the same twice is the first one,
 * whatever else is said about it the second time; another amount under the same number is refused.
 */
export async function recordReceipt(command: Command, input: RecordReceiptInput): Promise<RecordReceiptOutcome> {
  const amount = Money.from(input.amount);
  const ownAccount = withoutBlanks(input.ownAccount);
  const bankSerial = withoutBlanks(input.bankSerial);
  await oneAtATime(command, 'receipt', ownAccount, bankSerial);
  const recorded = await command.manager.findOneBy(Receipt, { tenantId: command.tenantId, ownAccount, bankSerial });
  if (recorded) return recorded.amount.money.equals(amount) ? recorded : new ReceiptSerialReused(recorded);

  const problems = receiptProblems({ amount, receivedOn: input.receivedOn, today: await command.today() });
  if (problems.length > 0) return new InvalidInput(problems);
  const placement = isPlaced(input) ? await placeMoney(command, input, { available: amount, accountId: null }) : null;
  if (placement instanceof DomainError) return placement;
  const payer = input.payer ?? null;
  return bookReceipt(command, { amount, receivedOn: input.receivedOn, ownAccount, bankSerial, payer }, placement);
}

/** Writes a receipt with what it pays; without a placement it waits in suspense, where it is nobody's: those see it who see every receipt. */
export async function bookReceipt(
  command: Command,
  facts: { amount: Money; receivedOn: LocalDate; ownAccount: string; bankSerial: string; payer: string | null },
  placement: Placement | null,
): Promise<Receipt> {
  const contract = placement?.contracts[0] ?? null;
  const accountId = contract?.accountId ?? null;
  const applied = (placement?.allocations ?? []).reduce((sum, { minor }) => sum + minor, 0n);
  const placed = applied === facts.amount.minor ? ('APPLIED' as const) : ('UNAPPLIED' as const);
  const receipt = Object.assign(new Receipt(), {
    ...command.newAggregate(contract?.correlationId),
    ...facts,
    accountId,
    amount: MoneyValue.of(facts.amount),
    status: placement ? placed : ('SUSPENSE' as const),
    ownerId: contract?.ownerId ?? null,
    team: contract?.team ?? null,
  });
  await command.add(receipt);
  const { receivedOn } = facts;
  await addEntry(command, receipt, { kind: 'RECEIPT', minor: facts.amount.minor, effectiveOn: receivedOn, accountId });
  if (placement) await bookAllocations(command, receipt, placement, receivedOn);
  return receipt;
}

/** What is wrong with a receipt in itself; pure. */
export function receiptProblems(facts: { amount: Money; receivedOn: LocalDate; today: LocalDate }): InputProblem[] {
  return [
    ...amountProblems('amount', facts.amount, 'be more than zero'),
    ...pastDayProblems('receivedOn', facts.receivedOn, facts.today),
  ];
}

/** Account and serial numbers are printed in groups of digits now and then; that makes no other receipt of them. */
const withoutBlanks = (text: string): string => text.replace(/\s/g, '');
