import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const ReceiptStatus = graphEnum(
  'ReceiptStatus',
  'How far the money of a receipt has found its place (认款状态).',
  {
    SUSPENSE: 'Nobody knows yet whose money it is (待认款).',
    UNAPPLIED: 'Its account is known; a part of it pays nothing yet and is the credit of the account (未核销余额).',
    APPLIED: 'All of it pays instalments (已核销).',
  },
);
export type ReceiptStatus = keyof typeof ReceiptStatus;

/** A receipt's lifecycle: money is identified once, and applied until nothing is left of it. */
export const receiptStatuses = lifecycle(
  'receipt',
  transitions<ReceiptStatus>()({
    SUSPENSE: ['UNAPPLIED', 'APPLIED'],
    UNAPPLIED: ['UNAPPLIED', 'APPLIED'],
    APPLIED: [],
  }),
);
