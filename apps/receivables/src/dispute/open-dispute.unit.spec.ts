import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { disputeStatuses } from './dispute.statuses';
import { disputeProblems } from './open-dispute';

const today = '2026-11-24' as LocalDate;
const contract = { id: 'c', amount: MoneyValue.of(Money.of(100n, 'CNY')), settledOn: null };
const facts = { amount: null, openedOn: today, today };
const instalment = { contractId: 'c', status: 'CLAIMED' as const, amount: MoneyValue.of(Money.of(30n, 'CNY')) };
const paths = (...args: Parameters<typeof disputeProblems>) => disputeProblems(...args).map(({ path }) => path);

describe('a dispute', () => {
  it('is about an instalment of the contract or about all of it', () => {
    expect(paths(contract, null, facts)).toEqual([]);
    expect(paths(contract, instalment, facts)).toEqual([]);
    expect(paths(contract, { ...instalment, contractId: 'another' }, facts)).toEqual(['instalmentId']);
  });

  it('holds back money that is still to come', () => {
    expect(paths(contract, { ...instalment, status: 'COLLECTED' }, facts)).toEqual(['instalmentId']);
    expect(paths({ ...contract, settledOn: today }, null, facts)).toEqual(['contractId']);
  });

  it('states a sum in the currency of the contract, and a day that has come', () => {
    const stated = (minor: bigint, currency: string) => ({ ...facts, amount: Money.of(minor, currency) });
    expect(paths(contract, null, stated(1n, 'CNY'))).toEqual([]);
    expect(paths(contract, null, stated(0n, 'USD'))).toEqual(['amount', 'amount']);
    for (const openedOn of ['2026-11-25', '1999-12-31'] as LocalDate[])
      expect(paths(contract, null, { ...facts, openedOn })).toEqual(['openedOn']);
  });

  it('states at most what the contract, or the instalment that it is about, comes to', () => {
    const stated = (minor: bigint) => ({ ...facts, amount: Money.of(minor, 'CNY') });
    const problems = (...args: Parameters<typeof disputeProblems>) => disputeProblems(...args).map(told);
    const told = ({ path, message }: { path: string; message: string }) => `${path} ${message}`;
    expect(problems(contract, null, stated(100n))).toEqual([]);
    expect(problems(contract, null, stated(101n))).toEqual([
      'amount must be at most what the contract comes to, CNY 1.00',
    ]);
    expect(problems(contract, instalment, stated(30n))).toEqual([]);
    expect(problems(contract, instalment, stated(31n))).toEqual([
      'amount must be at most what the instalment comes to, CNY 0.30',
    ]);
    expect(paths(contract, { ...instalment, contractId: 'another' }, stated(31n))).toEqual(['instalmentId']);
  });

  it('is resolved once', () => {
    expect(disputeStatuses.may('OPEN', 'RESOLVED')).toBe(true);
    expect(disputeStatuses.isFinal('RESOLVED')).toBe(true);
  });
});
