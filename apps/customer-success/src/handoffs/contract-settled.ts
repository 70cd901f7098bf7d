import { on, wait } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { recordSettlement } from '../success-plan/record-settlement';

/** receivables → customer-success: all of a contract is paid. */
export const onContractSettled = on('fivepoint.receivables.contract-settled.v1', async (command: Command, { data }) => {
  const plan = await recordSettlement(command, data);
  return plan ? undefined : wait(`contract ${data.contractId} is not known here yet`);
});
