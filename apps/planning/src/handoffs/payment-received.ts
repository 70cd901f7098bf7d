import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { collectPayment } from '../attainment/collect-payment';

/** receivables → planning: money that came in counts for the plan line of its contract. */
export const onPaymentReceived = on('fivepoint.receivables.payment-received.v1', (command: Command, { id, data }) =>
  collectPayment(command, {
    eventId: id,
    contractId: data.contractId,
    accountId: data.accountId,
    planLineId: data.planLineId,
    amount: data.amount,
    receivedOn: data.receivedOn,
  }),
);
