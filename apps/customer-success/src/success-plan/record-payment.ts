import { Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import { planOfContract } from './plan-of-contract';
import type { SuccessPlan } from './success-plan';

/** Counts a payment towards the plan of its contract; null where the contract has not been heard of yet. */
export async function recordPayment(
  command: Command,
  { contractId, amount }: { contractId: string; amount: MoneyJson },
): Promise<SuccessPlan | null> {
  const plan = await planOfContract(command, contractId);
  if (!plan) return null;
  plan.collected = MoneyValue.of(plan.collected.money.plus(Money.from(amount)));
  return command.save(plan);
}
