import { TransitionRefused } from '@fivepoint/service';
import { moveDispute } from './dispute/dispute';
import { type InstalmentStatus, instalmentStatuses, moveInstalment } from './instalment/instalment.statuses';
import { certain } from './move-to';
import { moveReceipt } from './receipt/receipt.statuses';

describe('a status', () => {
  it('moves as its table says, and stays where the table has no such step', () => {
    for (const from of instalmentStatuses.states)
      for (const to of instalmentStatuses.states) {
        const row: { status: InstalmentStatus } = { status: from };
        const refusal = moveInstalment(row, to);
        expect(refusal === null).toBe(instalmentStatuses.may(from, to));
        expect(row.status).toBe(refusal ? from : to);
      }
  });

  it('says what it is, where it is and where it may go', () => {
    expect(moveReceipt({ status: 'APPLIED' }, 'UNAPPLIED')).toEqual(
      new TransitionRefused('receipt', 'APPLIED', 'UNAPPLIED', []),
    );
    expect(moveDispute({ status: 'RESOLVED' }, 'OPEN')?.message).toContain('The dispute is in RESOLVED');
  });

  it('that must move and cannot is a bug', () => {
    expect(() => certain(moveInstalment({ status: 'COLLECTED' }, 'DUE'))).toThrow('COLLECTED');
    expect(() => certain(moveInstalment({ status: 'DUE' }, 'COLLECTED'))).not.toThrow();
  });
});
