import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { outstandingOf } from './outstanding';

describe('what is outstanding of an instalment', () => {
  const amount = MoneyValue.of(Money.parse('360000.00', 'CNY'));

  it('is all of it, less what was collected, in its currency', () => {
    expect(outstandingOf({ amount }, 0n).toString()).toBe('CNY 360000.00');
    expect(outstandingOf({ amount }, 1n).toString()).toBe('CNY 359999.99');
    expect(outstandingOf({ amount }, 36_000_000n).isZero()).toBe(true);
  });
});
