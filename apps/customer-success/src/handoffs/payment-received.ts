import { on, wait } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { recordPayment } from '../success-plan/record-payment';

/** receivables → customer-success: what a customer has paid is part of how it stands with us. */
export const onPaymentReceived = on('fivepoint.receivables.payment-received.v1', async (command: Command, { data }) => {
  const plan = await recordPayment(command, data);
  return plan ? undefined : wait(`contract ${data.contractId} is not known here yet`);
});
