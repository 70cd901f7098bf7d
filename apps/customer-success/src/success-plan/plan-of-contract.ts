import type { Command } from '@fivepoint/service';
import { SuccessPlan } from './success-plan';

/** The plan of a contract, locked; null where its contract has not been heard of yet. */
export function planOfContract(command: Command, contractId: string): Promise<SuccessPlan | null> {
  return command.manager.findOne(SuccessPlan, {
    where: { tenantId: command.tenantId, contractId },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The account's newest success plan: whose turn of the lifecycle an expansion or a referral grows out of. */
export function latestPlanOf(command: Command, accountId: string): Promise<SuccessPlan | null> {
  return command.manager.findOne(SuccessPlan, {
    where: { tenantId: command.tenantId, accountId },
    order: { id: 'DESC' },
  });
}
