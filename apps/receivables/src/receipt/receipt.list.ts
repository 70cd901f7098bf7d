import { among, type Condition, from, is, listOf, to } from '@fivepoint/service';
import { Receipt } from './receipt';
import { ReceiptFilter } from './receipt.inputs';

/** The number as it is kept, without the blanks that are printed in it now and then. */
const isNumber =
  (property: string): Condition<string> =>
  (query, number, name) =>
    is(property)(query, number.replace(/\s/g, ''), name);

export const ReceiptList = listOf(Receipt, 'receipts', {
  filter: ReceiptFilter,
  where: {
    statuses: among('status'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
    receivedFrom: from('receivedOn'),
    receivedTo: to('receivedOn'),
    ownAccount: isNumber('ownAccount'),
    bankSerial: isNumber('bankSerial'),
  },
  orders: {
    AMOUNT: { by: 'amount', description: 'What came in, currency by currency (到账金额).' },
    RECEIVED_ON: { by: 'receivedOn', description: 'The value date at the bank (到账日).' },
  },
});
