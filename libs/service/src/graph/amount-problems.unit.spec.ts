import { Money } from '@fivepoint/kernel';
import { amountProblems } from './amount-problems';

describe('an amount that somebody enters', () => {
  const told = (...args: Parameters<typeof amountProblems>) =>
    amountProblems(...args).map(({ path, message }) => `${path} ${message}`);

  it('is not less than it may be', () => {
    const problems = (amount: string, currency: string, must: Parameters<typeof amountProblems>[2]) =>
      told('amount', Money.parse(amount, currency), must);
    expect(problems('1', 'JPY', 'be more than zero')).toEqual([]);
    expect(problems('0', 'CNY', 'not be negative')).toEqual([]);
    expect(problems('0', 'CNY', 'be more than zero')).toEqual(['amount must be more than zero']);
    expect(problems('-0.01', 'CNY', 'not be negative')).toEqual(['amount must not be negative']);
  });

  it('is refused with what would be right instead, and may be missing', () => {
    const nothing = Money.zero('CNY');
    expect(told('amount', nothing, 'be more than zero', 'leave it out')).toEqual([
      'amount must be more than zero; leave it out',
    ]);
    for (const absent of [null, undefined]) expect(told('amount', absent, 'be more than zero')).toEqual([]);
  });
});
