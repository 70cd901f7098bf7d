import { type LocalDate, Money, wholeInBasisPoints } from '@fivepoint/kernel';
import fc from 'fast-check';
import { instalmentPlan, type PaymentTerm, termProblems } from './instalment-plan';

const signedOn = '2026-03-18' as LocalDate;
const fourStages: PaymentTerm[] = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 15 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 30 },
];

/** Any terms whose basis points sum to 10000, shares of nothing included. */
const anyTerms = fc
  .array(
    fc.record({
      cut: fc.integer({ min: 0, max: wholeInBasisPoints }),
      trigger: fc.constantFrom('SIGNING' as const, 'DELIVERY' as const, 'ACCEPTANCE' as const, 'WARRANTY_END' as const),
      dueDays: fc.integer({ min: 0, max: 3650 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => {
    const cuts = [0, ...parts.slice(1).map(({ cut }) => cut), wholeInBasisPoints].sort((a, b) => a - b);
    return parts.map(({ trigger, dueDays }, index) => ({
      name: `${index}`,
      trigger,
      dueDays,
      basisPoints: (cuts[index + 1] ?? 0) - (cuts[index] ?? 0),
    }));
  });

describe('the instalments of a contract', () => {
  it('are split as the worked example of rules §7 has it', () => {
    const plan = instalmentPlan(Money.parse('1000000.01', 'CNY'), signedOn, fourStages);
    expect(plan.map(({ minor }) => minor)).toEqual([30000000n, 40000001n, 25000000n, 5000000n]);
    expect(plan.map(({ number, name }) => [number, name])).toEqual([
      [1, '首付款'],
      [2, '到货款'],
      [3, '验收款'],
      [4, '质保金'],
    ]);
  });

  it('fall due from the signing at once where that is their trigger, and have no due date otherwise', () => {
    const plan = instalmentPlan(Money.parse('100.00', 'CNY'), signedOn, fourStages);
    expect(plan.map(({ status, triggeredOn, dueOn }) => [status, triggeredOn, dueOn])).toEqual([
      ['DUE', '2026-03-18', '2026-04-02'],
      ['SCHEDULED', null, null],
      ['SCHEDULED', null, null],
      ['SCHEDULED', null, null],
    ]);
  });

  it('have nothing to collect where a share is less than one minor unit', () => {
    const plan = instalmentPlan(Money.of(1n, 'JPY'), signedOn, fourStages);
    expect(plan.map(({ minor, status, collectedOn }) => [minor, status, collectedOn])).toEqual([
      [0n, 'COLLECTED', signedOn],
      [1n, 'SCHEDULED', null],
      [0n, 'COLLECTED', signedOn],
      [0n, 'COLLECTED', signedOn],
    ]);
  });

  it('sum to the amount exactly and none is negative, for any amount and terms', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), anyTerms, (minor, terms) => {
        const plan = instalmentPlan(Money.of(minor, 'CNY'), signedOn, terms);
        expect(plan.reduce((sum, one) => sum + one.minor, 0n)).toBe(minor);
        expect(plan.every((one) => one.minor >= 0n)).toBe(true);
        expect(plan.every((one) => (one.status === 'COLLECTED') === (one.minor === 0n))).toBe(true);
        expect(plan.every((one) => (one.dueOn === null) === (one.trigger !== 'SIGNING'))).toBe(true);
      }),
    );
  });
});

describe('terms that do not sum to the whole', () => {
  it('are named with what would be right', () => {
    expect(termProblems(fourStages)).toEqual([]);
    expect(termProblems(fourStages.slice(0, 3))).toMatchObject([
      { path: 'paymentTerms', message: 'basis points must sum to 10000, not 9500' },
    ]);
  });
});
