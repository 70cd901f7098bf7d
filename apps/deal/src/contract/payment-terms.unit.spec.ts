import { Money, splitByBasisPoints } from '@fivepoint/kernel';
import fc from 'fast-check';
import { downPaymentOf } from './contract';
import { paymentTermProblems, type PaymentTermValue } from './payment-terms';

const term = (over: Partial<PaymentTermValue>): PaymentTermValue => ({
  name: '首付款',
  basisPoints: 10_000,
  trigger: 'SIGNING',
  dueDays: 0,
  ...over,
});

const fourStages: PaymentTermValue[] = [
  term({ basisPoints: 3000 }),
  term({ name: '到货款', basisPoints: 4000, trigger: 'DELIVERY' }),
  term({ name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE' }),
  term({ name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END' }),
];

describe('payment terms', () => {
  it('accept the four stages, and one term of the whole amount', () => {
    expect(paymentTermProblems(fourStages)).toEqual([]);
    expect(paymentTermProblems([term({})])).toEqual([]);
  });

  it('name every problem, not only the first', () => {
    const problems = paymentTermProblems([
      term({ name: ' ', basisPoints: 0 }),
      term({ basisPoints: 9000, dueDays: -1 }),
    ]);
    expect(problems.map(({ path }) => path)).toEqual([
      'paymentTerms.0.name',
      'paymentTerms.0.basisPoints',
      'paymentTerms.1.dueDays',
      'paymentTerms',
    ]);
    expect(problems.at(-1)?.message).toBe('basis points must sum to 10000, not 9000');
  });

  it('need at least one term', () => {
    expect(paymentTermProblems([])).toHaveLength(1);
  });

  it('are right exactly when their basis points sum to 10000', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 }), (shares) => {
        const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0);
        const terms = shares.map((basisPoints) => term({ basisPoints }));
        expect(paymentTermProblems(terms).length > 0).toBe(rest !== 0);
        if (rest >= 1) expect(paymentTermProblems([...terms, term({ basisPoints: rest })])).toEqual([]);
      }),
    );
  });
});

describe('the down payment', () => {
  it('is the exact share that signing triggers', () => {
    expect(downPaymentOf(Money.parse('1000000.01', 'CNY'), fourStages).amount).toBe('300000.00');
  });

  it('is the sum of the SIGNING instalments as receivables will split them, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (minor) => {
        const terms = [
          ...fourStages.slice(0, 2),
          term({ name: '备货款', basisPoints: 2500 }),
          term({ basisPoints: 500 }),
        ];
        const parts = splitByBasisPoints(minor, [3000, 4000, 2500, 500]);
        expect(downPaymentOf(Money.of(minor, 'CNY'), terms).minor).toBe(
          (parts[0] ?? 0n) + (parts[2] ?? 0n) + (parts[3] ?? 0n),
        );
      }),
    );
  });
});
