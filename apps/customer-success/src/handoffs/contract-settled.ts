import { on, wait } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { planOfContract, recordSettlement } from '../success-plan/plan-of-contract';

/** receivables → customer-success: all of a contract is paid. */
export const onContractSettled = on('fivepoint.receivables.contract-settled.v1', async (command: Command, { data }) => {
  const plan = await planOfContract(command, data.contractId);
  if (!plan) return wait(`contract ${data.contractId} is not known here yet`);
  await recordSettlement(command, plan, data.settledOn);
  return undefined;
});
