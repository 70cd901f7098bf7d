import { Money } from '@fivepoint/kernel';
import { differenceOf } from './product-difference';

describe('what the lines of a product lack to its target', () => {
  const told = (lines: bigint, target: bigint) =>
    differenceOf('电源', { target: Money.of(lines, 'CNY'), productTarget: Money.of(target, 'CNY') });

  it('is told to the fen, short or over', () => {
    expect(told(99_99n, 120_00n)).toBe(
      'lines for 电源 that add up to its target of 120.00; they add up to 99.99, 20.01 short',
    );
    expect(told(120_01n, 120_00n)).toMatch(/they add up to 120.01, 0.01 over$/);
  });
});
