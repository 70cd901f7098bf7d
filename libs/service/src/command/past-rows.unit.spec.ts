import { amountProblems } from './past-rows';

describe('a row of recorded history', () => {
  it('has amounts that are not less than they may be', () => {
    const problems = (amount: string, currency: string, must: Parameters<typeof amountProblems>[2]) =>
      amountProblems('amount', { amount, currency }, must).map(({ path, message }) => `${path} ${message}`);
    expect(problems('550', 'JPY', 'be more than zero')).toEqual([]);
    expect(problems('0', 'CNY', 'not be negative')).toEqual([]);
    expect(problems('0', 'CNY', 'be more than zero')).toEqual(['amount must be more than zero']);
    expect(problems('-0.01', 'CNY', 'not be negative')).toEqual(['amount must not be negative']);
  });
});
