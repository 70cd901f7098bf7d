import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { disputeStatuses } from './dispute.statuses';
import { disputeProblems } from './open-dispute';

const today = '2026-11-24' as LocalDate;
const contract = { id: 'c', amount: MoneyValue.of(Money.of(100n, 'CNY')), settledOn: null };
const facts = { amount: null, openedOn: today, today };
const paths = (...args: Parameters<typeof disputeProblems>) => disputeProblems(...args).map(({ path }) => path);

describe('a dispute', () => {
  it('is about an instalment of the contract or about all of it', () => {
    expect(paths(contract, null, facts)).toEqual([]);
    expect(paths(contract, { contractId: 'c', status: 'CLAIMED' }, facts)).toEqual([]);
    expect(paths(contract, { contractId: 'another', status: 'CLAIMED' }, facts)).toEqual(['instalmentId']);
  });

  it('holds back money that is still to come', () => {
    expect(paths(contract, { contractId: 'c', status: 'COLLECTED' }, facts)).toEqual(['instalmentId']);
    expect(paths({ ...contract, settledOn: today }, null, facts)).toEqual(['contractId']);
  });

  it('states a sum in the currency of the contract, and a day that has come', () => {
    const stated = (minor: bigint, currency: string) => ({ ...facts, amount: Money.of(minor, currency) });
    expect(paths(contract, null, stated(1n, 'CNY'))).toEqual([]);
    expect(paths(contract, null, stated(0n, 'USD'))).toEqual(['amount', 'amount']);
    for (const openedOn of ['2026-11-25', '1999-12-31'] as LocalDate[])
      expect(paths(contract, null, { ...facts, openedOn })).toEqual(['openedOn']);
  });

  it('is resolved once', () => {
    expect(disputeStatuses.may('OPEN', 'RESOLVED')).toBe(true);
    expect(disputeStatuses.isFinal('RESOLVED')).toBe(true);
  });
});
