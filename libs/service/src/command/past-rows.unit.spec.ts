import { amountProblems, textProblems } from './past-rows';

describe('a row of recorded history', () => {
  it('has texts where it must, and none of more than 200 characters', () => {
    const paths = (row: object) => textProblems(row, ['name'], ['series']).map(({ path }) => path);
    expect(paths({ name: 'x'.repeat(200), series: null })).toEqual([]);
    expect(paths({ name: 'x'.repeat(201), series: ' ' })).toEqual(['name', 'series']);
    expect(paths({ series: 'GTX' })).toEqual(['name']);
  });

  it('has amounts that their currencies can hold, and not less than they may be', () => {
    const problems = (amount: string, currency: string, must: Parameters<typeof amountProblems>[2]) =>
      amountProblems('amount', { amount, currency }, must).map(({ message }) => message);
    expect(problems('550', 'JPY', 'be more than zero')).toEqual([]);
    expect(problems('0', 'CNY', 'not be negative')).toEqual([]);
    expect(problems('0', 'CNY', 'be more than zero')).toEqual(['must be more than zero']);
    expect(problems('-0.01', 'CNY', 'not be negative')).toEqual(['must not be negative']);
    expect(problems('550.5', 'JPY', 'not be negative')).toMatchObject([expect.stringContaining('JPY has 0 decimals')]);
    expect(problems('1', 'XXY', 'not be negative')).toHaveLength(1);
  });
});
