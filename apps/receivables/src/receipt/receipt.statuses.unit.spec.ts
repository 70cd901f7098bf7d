import { receiptStatuses } from './receipt.statuses';

describe('the states of a receipt', () => {
  it('begin in suspense; money is identified once and applied until nothing is left', () => {
    expect(receiptStatuses.initial).toBe('SUSPENSE');
    expect(receiptStatuses.next('SUSPENSE')).toEqual(['UNAPPLIED', 'APPLIED']);
    expect(receiptStatuses.next('UNAPPLIED')).toEqual(['UNAPPLIED', 'APPLIED']);
    expect(receiptStatuses.isFinal('APPLIED')).toBe(true);
  });

  it('are refused in the name of the receipt', () => {
    expect(receiptStatuses.refusal('UNAPPLIED', 'SUSPENSE')?.message).toContain('receipt');
  });
});
