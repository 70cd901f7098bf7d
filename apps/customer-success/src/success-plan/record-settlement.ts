import type { Command } from '@fivepoint/service';
import { planOfContract } from './plan-of-contract';
import type { SuccessPlan } from './success-plan';

/** Keeps the day on which all of a contract was paid; null where the contract has not been heard of yet. */
export async function recordSettlement(
  command: Command,
  { contractId, settledOn }: { contractId: string; settledOn: string },
): Promise<SuccessPlan | null> {
  const plan = await planOfContract(command, contractId);
  return plan && command.save(Object.assign(plan, { settledOn }));
}
