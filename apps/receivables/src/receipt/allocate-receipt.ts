import { DomainError, laterOf, Money } from '@fivepoint/kernel';
import {
  type Command,
  InputProblem,
  InvalidInput,
  type NotFound,
  TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { allocatedOf } from '../ledger/sums';
import { addEntry, bookAllocations } from './book-allocations';
import { isPlaced, placeMoney } from './place-money';
import { Receipt } from './receipt';
import type { AllocateReceiptInput } from './receipt.inputs';
import { receiptStatuses } from './receipt.statuses';

export type AllocateReceiptOutcome = Receipt | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/**
 * Gives waiting money its place (capability C06): money in suspense is identified as the account's and pays its instalments; credit that a receipt
 * has left pays further ones. It counts from today on, so that what was reported of earlier days stays true.
 */
export async function allocateReceipt(command: Command, input: AllocateReceiptInput): Promise<AllocateReceiptOutcome> {
  const receipt = await command.lock(Receipt, input.receiptId, input.expectedVersion);
  if (!(receipt instanceof Receipt)) return receipt;
  const refused = receiptStatuses.refusal(receipt.status, 'APPLIED');
  if (refused) return refused;
  if (!isPlaced(input))
    return new InvalidInput([new InputProblem('contractId', 'say what it pays: contractId, or allocations')]);

  const allocated = await allocatedOf(command.manager, command.tenantId, [receipt.id]);
  const left = receipt.amount.minor - (allocated.get(receipt.id) ?? 0n);
  const available = Money.of(left, receipt.amount.currency);
  const placement = await placeMoney(command, input, { available, accountId: receipt.accountId });
  if (placement instanceof DomainError) return placement;
  const applied = placement.allocations.reduce((sum, { minor }) => sum + minor, 0n);
  if (applied === 0n && receipt.accountId)
    return new InvalidInput([new InputProblem('contractId', 'nothing is outstanding on this contract')]);

  const [contract] = placement.contracts;
  const effectiveOn = laterOf(await command.today(), receipt.receivedOn);
  if (receipt.accountId === null && contract) {
    const { accountId, ownerId, team } = contract;
    Object.assign(receipt, { accountId, ownerId, team });
    await addEntry(command, receipt, { kind: 'IDENTIFICATION', minor: left, effectiveOn, accountId });
  }
  receiptStatuses.mustMove(receipt, applied === left ? 'APPLIED' : 'UNAPPLIED');
  const before = receipt.version;
  await command.save(receipt);
  // Of a credit that stays one the row is the same, but less is left of it.
  if (receipt.version === before) await command.touch(receipt);
  await bookAllocations(command, receipt, placement, effectiveOn);
  return receipt;
}
