import type { PastLeadRow } from './history.inputs';
import { pastLeadProblems } from './record-past-leads';

const row = (over: Partial<PastLeadRow>): PastLeadRow => ({
  externalId: 'OPP-1',
  title: 'GTX Basic for Cancity',
  source: 'OTHER',
  ownerId: '019b8b80-0000-7000-8000-000000000030',
  team: 'north',
  capturedOn: '2016-10-20',
  ...over,
});
const paths = (over: Partial<PastLeadRow>) => pastLeadProblems(row(over)).map(({ path }) => path);

describe('a past lead', () => {
  it('may say little', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ expectedAmount: { amount: '1054', currency: 'USD' }, purchasePattern: 'PROJECT' })).toEqual([]);
  });

  it('is refused with every problem it has', () => {
    expect(
      paths({ externalId: ' ', title: '', team: 'x'.repeat(201), expectedAmount: { amount: '-1', currency: 'CNY' } }),
    ).toEqual(['externalId', 'title', 'team', 'expectedAmount']);
  });

  it('is refused, not the whole call, for an amount that its currency cannot hold', () => {
    expect(paths({ expectedAmount: { amount: '1.234', currency: 'CNY' } })).toEqual(['expectedAmount']);
    expect(paths({ expectedAmount: { amount: '1', currency: 'XXY' } })).toEqual(['expectedAmount']);
  });
});
