import type { MoneyJson } from '@fivepoint/kernel';
import { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import { SuccessPlan } from './success-plan';

/** The plan of a contract, locked; null where its contract has not been heard of yet. */
export function planOfContract(command: Command, contractId: string): Promise<SuccessPlan | null> {
  return command.manager.findOne(SuccessPlan, {
    where: { tenantId: command.tenantId, contractId },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Counts a payment towards the plan of its contract. */
export async function recordPayment(command: Command, plan: SuccessPlan, amount: MoneyJson): Promise<void> {
  plan.collected = MoneyValue.of(plan.collected.money.plus(Money.from(amount)));
  await command.save(plan);
}

/** All of the contract is paid. */
export async function recordSettlement(command: Command, plan: SuccessPlan, settledOn: string): Promise<void> {
  plan.settledOn = settledOn;
  await command.save(plan);
}

/** The account's newest success plan: whose turn of the lifecycle an expansion or a referral grows out of. */
export function latestPlanOf(command: Command, accountId: string): Promise<SuccessPlan | null> {
  return command.manager.findOne(SuccessPlan, {
    where: { tenantId: command.tenantId, accountId },
    order: { id: 'DESC' },
  });
}
