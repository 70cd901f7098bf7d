import { pastProductProblems } from './record-past-products';

describe('a past product', () => {
  const row = { externalId: 'p', name: 'GTX' };

  it('says a price that its currency can hold', () => {
    expect(pastProductProblems({ ...row, listPrice: { amount: '550', currency: 'JPY' } })).toEqual([]);
    expect(pastProductProblems({ ...row, listPrice: { amount: '550.5', currency: 'JPY' } })).toMatchObject([
      { path: 'listPrice', message: expect.stringContaining('JPY has 0 decimals') as string },
    ]);
  });
});
