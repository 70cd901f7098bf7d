import { on, wait } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { planOfContract, recordPayment } from '../success-plan/plan-of-contract';

/** receivables → customer-success: what a customer has paid is part of how it stands with us. */
export const onPaymentReceived = on('fivepoint.receivables.payment-received.v1', async (command: Command, { data }) => {
  const plan = await planOfContract(command, data.contractId);
  if (!plan) return wait(`contract ${data.contractId} is not known here yet`);
  await recordPayment(command, plan, data.amount);
  return undefined;
});
