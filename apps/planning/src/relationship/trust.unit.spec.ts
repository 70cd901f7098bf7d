import fc from 'fast-check';
import { shippedTrustRules, trustAfter, type TrustOutcome } from './trust';

const after = (...outcomes: TrustOutcome[]) => trustAfter(outcomes, shippedTrustRules);
const times = (count: number, outcome: TrustOutcome) => Array.from({ length: count }, () => outcome);

describe('trust (rules §2)', () => {
  it('begins at the floor and moves by what came of a contact', () => {
    expect(after()).toBe(20);
    expect(after('KEPT_PROMISE', 'GOOD_CONTACT')).toBe(35);
    expect(after('KEPT_PROMISE', 'BROKEN_PROMISE')).toBe(10);
  });

  it('stops at 0 and at 100, and goes on from there', () => {
    expect(after('BROKEN_PROMISE', 'BROKEN_PROMISE', 'KEPT_PROMISE')).toBe(10);
    expect(after(...times(9, 'KEPT_PROMISE'), 'BROKEN_PROMISE')).toBe(80);
  });

  it('stays within its range whatever happens', () => {
    const outcome = fc.constantFrom<TrustOutcome>('KEPT_PROMISE', 'GOOD_CONTACT', 'BROKEN_PROMISE');
    fc.assert(
      fc.property(fc.array(outcome), (outcomes) => {
        const trust = after(...outcomes);
        return trust >= 0 && trust <= 100;
      }),
    );
  });
});
