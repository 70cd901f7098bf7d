import { Money } from '@fivepoint/kernel';
import fc from 'fast-check';
import { lineProblems } from './add-plan-line';
import { targetProblems } from './targets';

const money = (minor: bigint, currency = 'CNY') => Money.of(minor, currency);
const minor = fc.bigInt({ min: -1000n, max: 1000n });
const most = 2n ** 63n - 1n;

describe('the amounts of a plan line (P26)', () => {
  it('are right exactly when 0 ≤ floor ≤ target ≤ stretch and the target is more than zero', () => {
    fc.assert(
      fc.property(minor, minor, fc.option(minor), (floor, target, stretch) => {
        const targets = {
          target: money(target),
          floor: money(floor),
          stretch: stretch === null ? null : money(stretch),
        };
        const right = target > 0n && floor >= 0n && floor <= target && (stretch === null || stretch >= target);
        expect(targetProblems(targets, 'CNY').length === 0).toBe(right);
      }),
    );
  });

  it('may all be the same', () => {
    expect(targetProblems({ target: money(1n), floor: money(1n), stretch: money(1n) }, 'CNY')).toEqual([]);
  });

  it('are all in the currency of the plan', () => {
    const problems = targetProblems({ target: money(1n), floor: money(1n, 'USD'), stretch: money(2n, 'JPY') }, 'CNY');
    const message = "must be in the plan's currency, CNY";
    expect(problems).toEqual([
      { path: 'floor', message },
      { path: 'stretch', message },
    ]);
  });

  it('name what is wrong and what would be right', () => {
    const problems = targetProblems({ target: money(100n), floor: money(101n), stretch: money(99n) }, 'CNY');
    expect(problems).toEqual([
      { path: 'floor', message: 'must be at most the target, 1.00' },
      { path: 'stretch', message: 'must be at least the target, 1.00' },
    ]);
    expect(targetProblems({ target: money(0n), floor: money(-1n), stretch: null }, 'CNY')).toEqual([
      { path: 'target', message: 'must be more than zero' },
      { path: 'floor', message: 'must not be negative' },
    ]);
  });

  it('never make a plan that cannot be added up', () => {
    const targets = { target: money(2n), floor: money(0n), stretch: null };
    const others = (minor: bigint) => ({ target: money(minor), stretch: money(minor) });
    expect(lineProblems(targets, others(most - 2n))).toEqual([]);
    expect(lineProblems(targets, others(most - 1n)).map(({ path }) => path)).toEqual(['target']);
  });
});
