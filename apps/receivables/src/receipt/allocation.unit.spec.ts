import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import fc from 'fast-check';
import { allocationProblems, oldestDueFirst, type OpenInstalment } from './allocation';
import { partyProblem } from './place-money';
import { receiptProblems } from './record-receipt';

const open = (id: string, number: number, dueOn: string | null, outstanding: bigint): OpenInstalment => ({
  id,
  number,
  dueOn: dueOn as LocalDate | null,
  outstanding,
});

describe('money for a contract', () => {
  const instalments = [
    open('tail', 1, null, 50n),
    open('late', 4, '2026-05-01', 250n),
    open('first', 3, '2026-04-01', 300n),
    open('same day', 2, '2026-05-01', 400n),
    open('end', 5, null, 70n),
  ];

  it('pays the oldest due first, equal days in the order of the contract, what is not due yet last', () => {
    expect(oldestDueFirst(1070n, instalments).map(({ instalmentId }) => instalmentId)).toEqual([
      'first',
      'same day',
      'late',
      'tail',
      'end',
    ]);
  });

  it('pays a part where it does not reach, and leaves the rest alone', () => {
    expect(oldestDueFirst(350n, instalments)).toEqual([
      { instalmentId: 'first', minor: 300n },
      { instalmentId: 'same day', minor: 50n },
    ]);
  });

  it('passes over what is paid already', () => {
    expect(oldestDueFirst(10n, [open('paid', 1, '2026-01-01', 0n), open('next', 2, null, 5n)])).toEqual([
      { instalmentId: 'next', minor: 5n },
    ]);
  });

  it('is neither lost nor counted twice, for any sequence of receipts: collected + outstanding = amount', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 });
    const day = fc.option(fc.constantFrom('2026-01-31', '2026-02-28', '2026-03-01'), { nil: null });
    const receipts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.array(day, { minLength: 8, maxLength: 8 }), receipts, (contract, days, money) => {
        const collected = contract.map(() => 0n);
        let credit = 0n;
        for (const received of money) {
          const left = contract.map((amount, at) =>
            open(`${at}`, at + 1, days[at] ?? null, amount - (collected[at] ?? 0n)),
          );
          const allocations = oldestDueFirst(received, left);
          for (const { instalmentId, minor } of allocations) {
            expect(minor > 0n).toBe(true);
            collected[Number(instalmentId)] = (collected[Number(instalmentId)] ?? 0n) + minor;
          }
          expect(new Set(allocations.map(({ instalmentId }) => instalmentId)).size).toBe(allocations.length);
          credit += received - allocations.reduce((sum, { minor }) => sum + minor, 0n);
        }
        const outstanding = contract.map((amount, at) => amount - (collected[at] ?? 0n));
        const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
        expect(outstanding.every((minor) => minor >= 0n)).toBe(true);
        expect(sum(collected) + sum(outstanding)).toBe(sum(contract));
        expect(sum(collected) + credit).toBe(sum(money));
        // There is credit only when nothing is left to pay.
        if (credit > 0n) expect(sum(outstanding)).toBe(0n);
      }),
    );
  });
});

describe('chosen allocations', () => {
  const there = new Map([
    ['a', 300n],
    ['b', 200n],
  ]);
  const available = Money.of(400n, 'CNY');

  it('fit when they are within the money and within what is outstanding', () => {
    const chosen = [
      { instalmentId: 'b', minor: 200n },
      { instalmentId: 'a', minor: 200n },
    ];
    expect(allocationProblems(available, chosen, there)).toEqual([]);
  });

  it('are told every problem at once', () => {
    const chosen = [
      { instalmentId: 'a', minor: 301n },
      { instalmentId: 'a', minor: 0n },
      { instalmentId: 'paid', minor: 100n },
    ];
    expect(allocationProblems(available, chosen, there)).toMatchObject([
      { path: 'allocations.0.amount', message: 'must be at most what is outstanding, CNY 3.00' },
      { path: 'allocations.1.instalmentId', message: 'is named twice; name it once with the sum' },
      { path: 'allocations.1.amount', message: 'must be more than zero' },
      { path: 'allocations.2.amount', message: 'must be at most what is outstanding, CNY 0.00' },
      { path: 'allocations', message: 'sum to CNY 4.01, but only CNY 4.00 are there' },
    ]);
  });
});

describe('the parties to a receipt', () => {
  const contract = (accountId: string, currency: string) => ({
    accountId,
    amount: MoneyValue.of(Money.of(1n, currency)),
  });

  it('are one account and one currency', () => {
    expect(partyProblem([contract('a', 'CNY'), contract('a', 'CNY')], 'CNY', null)).toBeNull();
    expect(partyProblem([contract('a', 'CNY'), contract('b', 'CNY')], 'CNY', null)?.path).toBe('allocations');
    expect(partyProblem([contract('a', 'CNY')], 'CNY', 'b')?.path).toBe('allocations');
    expect(partyProblem([contract('a', 'USD')], 'CNY', null)).toMatchObject({
      path: 'amount',
      message: expect.stringContaining('the currency of the contract, USD, not CNY') as string,
    });
  });
});

describe('a receipt in itself', () => {
  it('has an amount and a day that has come', () => {
    const today = '2026-11-24' as LocalDate;
    expect(receiptProblems({ amount: Money.of(1n, 'CNY'), receivedOn: today, today })).toEqual([]);
    const wrong = { amount: Money.zero('CNY'), receivedOn: '2026-11-25' as LocalDate, today };
    expect(receiptProblems(wrong).map(({ path }) => path)).toEqual(['amount', 'receivedOn']);
  });
});
