import { Money, splitByBasisPoints } from '@fivepoint/kernel';
import fc from 'fast-check';
import { downPaymentOf } from './contract';
import { paymentTermProblem, type PaymentTermValue } from './payment-terms';

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
  it('may be the four stages, or one term of the whole amount', () => {
    expect(paymentTermProblem(fourStages)).toBeNull();
    expect(paymentTermProblem([term({})])).toBeNull();
  });

  it('say what they sum to', () => {
    expect(paymentTermProblem([term({ basisPoints: 9000 })])).toEqual({
      path: 'paymentTerms',
      message: 'basis points must sum to 10000, not 9000',
    });
  });

  it('are right exactly when their basis points sum to 10000', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 }), (shares) => {
        const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0);
        const terms = shares.map((basisPoints) => term({ basisPoints }));
        expect(paymentTermProblem(terms) === null).toBe(rest === 0);
        if (rest >= 1) expect(paymentTermProblem([...terms, term({ basisPoints: rest })])).toBeNull();
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
