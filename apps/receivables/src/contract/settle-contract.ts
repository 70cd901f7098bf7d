import type { LocalDate } from '@fivepoint/kernel';
import { type Command, present } from '@fivepoint/service';
import type { Instalment } from '../instalment/instalment';
import { worthOf } from '../instalment/worth';
import type { ContractAccount } from './contract-account';

/**
 * Marks a contract as settled and says so, once everything of it is collected (rules §7). The contract's row must be locked; `instalments` are
 * all of its instalments. Does nothing for a contract that is settled already or has something open.
 */
export async function settleWhenPaid(
  command: Command,
  contract: ContractAccount,
  instalments: readonly Pick<Instalment, 'amount' | 'collectedOn'>[],
): Promise<void> {
  const settledOn = settlementDay(contract, instalments);
  if (contract.settledOn || !settledOn || !contract.accountId) return;
  contract.settledOn = settledOn;
  await command.save(contract);
  command.emit({
    type: 'fivepoint.receivables.contract-settled.v1',
    key: contract.accountId,
    subject: contract.id,
    correlationId: contract.correlationId,
    day: settledOn,
    data: {
      contractId: contract.id,
      accountId: contract.accountId,
      amount: worthOf(instalments, contract.amount.currency).toJSON(),
      settledOn,
      ...present({ planLineId: contract.planLineId }),
    },
  });
}

/**
 * The day on which the last of the contract was paid; null while something is open, or while deal has not told how much the contract is
 * (recorded history, in which instalments may come before the contract); pure.
 */
export function settlementDay(
  contract: Pick<ContractAccount, 'dealId' | 'amount'>,
  instalments: readonly Pick<Instalment, 'amount' | 'collectedOn'>[],
): LocalDate | null {
  // What is collected has its day, and nothing else has one: the table checks it.
  const paid = instalments.flatMap(({ collectedOn }) => collectedOn ?? []);
  if (contract.dealId === null || paid.length < instalments.length) return null;
  const { currency, money } = contract.amount;
  if (worthOf(instalments, currency).compare(money) < 0) return null;
  return paid.sort().at(-1) ?? null;
}
