import { Money, parseLocalDate, uuidv7 } from '@fivepoint/kernel';
import { signingProblems } from './sign-contract';

describe('what a contract must say to be signed', () => {
  type Deal = Parameters<typeof signingProblems>[0];
  type Input = Parameters<typeof signingProblems>[1];
  type Facts = Parameters<typeof signingProblems>[2];

  const deal: Deal = { accountId: uuidv7(), openedOn: '2026-01-10' };
  const allAtOnce: Input['paymentTerms'] = [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 0 }];
  const yearly = (termMonths: number, startsOn = '2026-06-01') => ({
    recurring: {
      amount: { amount: Money.of(1n, 'CNY'), currency: 'CNY' } as never,
      termMonths,
      startsOn: parseLocalDate(startsOn),
    },
  });
  const problems = (input: Partial<Input> = {}, facts: Partial<Facts> = {}, from: Deal = deal) =>
    signingProblems(
      from,
      { paymentTerms: allAtOnce, ...input },
      { amount: Money.of(1n, 'CNY'), recurring: null, signedOn: '2026-06-01', today: '2026-06-15', ...facts },
    ).map(({ path, message }) => `${path} ${message}`);
  const again = { recurring: Money.of(1n, 'CNY') };

  it('is an account to collect from, a sum, and terms that are a whole', () => {
    expect(problems()).toEqual([]);
    expect(problems({}, {}, { ...deal, accountId: null })).toEqual([
      'dealId this deal names no account; a contract needs one to collect from: give it one with updateDeal',
    ]);
    expect(problems({}, { amount: Money.zero('CNY') })).toEqual(['amount must be more than zero']);
    expect(problems({ paymentTerms: [{ ...allAtOnce[0]!, basisPoints: 9_999 }] })).toEqual([
      'paymentTerms basis points must sum to 10000, not 9999',
    ]);
    expect(problems({}, { signedOn: '2026-01-09' })).toEqual([
      'signedOn must not be before the deal was opened, 2026-01-10',
    ]);
  });

  it('is, where it comes back, a start within ten years of the signing', () => {
    for (const day of ['2026-06-01', '2036-06-01']) expect(problems(yearly(12, day), again)).toEqual([]);
    for (const day of ['2026-05-31', '2036-06-02'])
      expect(problems(yearly(12, day), again)).toEqual([
        'recurring.startsOn must be from 2026-06-01, the day of signing, to 2036-06-01',
      ]);
  });

  it('is judged by a day of signing that can be, or not at all', () => {
    expect(problems(yearly(12, '2026-05-01'), { ...again, signedOn: '2026-06-16' })).toEqual([
      'signedOn must not be in the future; today is 2026-06-15',
    ]);
  });

  it('is, where it comes back, a sum in the same currency', () => {
    expect(problems(yearly(12), { recurring: Money.of(1n, 'JPY') })).toEqual([
      "recurring.amount must be in the contract's currency, CNY",
    ]);
    expect(problems(yearly(12), { recurring: Money.zero('CNY') })).toEqual([
      'recurring.amount must be more than zero; leave recurring out where nothing comes back',
    ]);
  });
});
