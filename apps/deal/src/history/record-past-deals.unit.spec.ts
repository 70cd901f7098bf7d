import type { PastDealRow } from './history.inputs';
import { pastDealProblems } from './record-past-deals';

const row = (over: Partial<PastDealRow>): PastDealRow => ({
  externalId: 'OPP-1',
  kind: 'NEW',
  stage: 'SIGNED',
  amount: { amount: '1054', currency: 'USD' },
  openedOn: '2016-10-20',
  closedOn: '2017-03-01',
  ownerId: '019b8b80-0000-7000-8000-000000000030',
  team: 'north',
  ...over,
});
const paths = (over: Partial<PastDealRow>) => pastDealProblems(row(over), '2026-06-15').map(({ path }) => path);

describe('a past deal', () => {
  it('may say little while it is open, and must say when and for how much once it is signed', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ stage: 'BID', amount: null, closedOn: null })).toEqual([]);
    expect(paths({ amount: null, closedOn: null })).toEqual(['closedOn', 'amount']);
    expect(paths({ stage: 'LOST', amount: null, closedOn: null })).toEqual(['closedOn']);
    expect(paths({ stage: 'VERIFY', openedOn: null, closedOn: null })).toEqual(['openedOn']);
    expect(paths({ closedOn: '2016-10-19' })).toEqual(['closedOn']);
  });

  it('is refused with every problem it has', () => {
    const paymentTerms = [{ name: 'Invoice', basisPoints: 9_999, trigger: 'SIGNING' as const, dueDays: 30 }];
    const amount = { amount: '-1', currency: 'JPY' };
    expect(paths({ paymentTerms, amount, openedOn: '2026-06-16', closedOn: '2026-06-15' })).toEqual([
      'paymentTerms',
      'openedOn',
      'closedOn',
      'amount',
    ]);
    expect(paths({ openedOn: '2026-06-15', closedOn: '2026-06-16' })).toEqual(['closedOn']);
  });

  it('is told what would be right', () => {
    const told = (over: Partial<PastDealRow>) => pastDealProblems(row(over), '2026-06-15');
    expect(told({ stage: 'LOST', closedOn: null })).toEqual([
      { path: 'closedOn', message: 'a deal that is LOST must say when' },
    ]);
    expect(told({ stage: 'BID', openedOn: null, closedOn: null })).toEqual([
      { path: 'openedOn', message: 'must say when work on it began' },
    ]);
    expect(told({ closedOn: '2016-10-19' })).toEqual([
      { path: 'closedOn', message: 'must not be before openedOn, 2016-10-20' },
    ]);
    expect(told({ closedOn: '2016-10-20' })).toEqual([]);
    expect(told({ openedOn: null })).toEqual([]);
    expect(told({ amount: null })).toEqual([
      { path: 'amount', message: 'a deal that is SIGNED must say for how much' },
    ]);
    expect(told({ amount: { amount: '-1', currency: 'CNY' } })).toEqual([
      { path: 'amount', message: 'must not be negative' },
    ]);
  });

  it('reaches back to 1900, but not to a year that was misread', () => {
    expect(paths({ openedOn: '1900-01-01' })).toEqual([]);
    expect(paths({ openedOn: '0206-03-01' })).toEqual(['openedOn']);
    expect(paths({ openedOn: null, closedOn: '1899-12-31' })).toEqual(['closedOn']);
  });
});
