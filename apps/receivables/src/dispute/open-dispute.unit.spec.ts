import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { disputeStatuses } from './dispute.statuses';
import { disputeProblems } from './open-dispute';

const today = '2026-11-24' as LocalDate;
const contract = { id: 'c', amount: MoneyValue.of(Money.of(100n, 'CNY')), settledOn: null };
const facts = { amount: null, openedOn: today, today };
const instalment = { contractId: 'c', status: 'CLAIMED' as const, amount: MoneyValue.of(Money.of(30n, 'CNY')) };
const problems = (...args: Parameters<typeof disputeProblems>) =>
  disputeProblems(...args).map(({ path, message }) => `${path} ${message}`);

describe('a dispute', () => {
  it('is about an instalment of the contract or about all of it', () => {
    expect(problems(contract, null, facts)).toEqual([]);
    expect(problems(contract, instalment, facts)).toEqual([]);
    expect(problems(contract, { ...instalment, contractId: 'another' }, facts)).toEqual([
      'instalmentId must be an instalment of this contract',
    ]);
  });

  it('holds back money that is still to come', () => {
    expect(problems(contract, { ...instalment, status: 'COLLECTED' }, facts)).toEqual([
      'instalmentId is collected in full: nothing is held back of it',
    ]);
    expect(problems({ ...contract, settledOn: today }, null, facts)).toEqual([
      'contractId is settled since 2026-11-24: nothing is held back of it',
    ]);
  });

  it('states a sum in the currency of the contract, and a day that has come', () => {
    const stated = (minor: bigint, currency: string) => ({ ...facts, amount: Money.of(minor, currency) });
    expect(problems(contract, null, stated(1n, 'CNY'))).toEqual([]);
    expect(problems(contract, null, stated(0n, 'USD'))).toEqual([
      'amount must be more than zero; leave it out where it is not stated',
      'amount must be in the currency of the contract, CNY',
    ]);
    for (const openedOn of ['2026-11-25', '1999-12-31'] as LocalDate[])
      expect(problems(contract, null, { ...facts, openedOn })).toEqual([
        expect.stringMatching(/^openedOn must not be/),
      ]);
  });

  it('states at most what the contract, or the instalment that it is about, comes to', () => {
    const stated = (minor: bigint) => ({ ...facts, amount: Money.of(minor, 'CNY') });
    expect(problems(contract, null, stated(100n))).toEqual([]);
    expect(problems(contract, null, stated(101n))).toEqual([
      'amount must be at most what the contract comes to, CNY 1.00',
    ]);
    expect(problems(contract, instalment, stated(30n))).toEqual([]);
    expect(problems(contract, instalment, stated(31n))).toEqual([
      'amount must be at most what the instalment comes to, CNY 0.30',
    ]);
    expect(problems(contract, { ...instalment, contractId: 'another' }, stated(31n))).toEqual([
      'instalmentId must be an instalment of this contract',
    ]);
  });

  it('is resolved once', () => {
    expect(disputeStatuses.may('OPEN', 'RESOLVED')).toBe(true);
    expect(disputeStatuses.isFinal('RESOLVED')).toBe(true);
  });
});
