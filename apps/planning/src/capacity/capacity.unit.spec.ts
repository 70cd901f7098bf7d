import { addDays, type LocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { capacityOf, type Productivity } from './capacity';
import type { TeamRuleTerms } from './team-rule';

const day = (text: string) => text as LocalDate;
const rule: TeamRuleTerms = {
  keyPersonBasisPoints: 2_500,
  rampBasisPoints: [0, 4_000, 10_000],
  uncertifiedBasisPoints: 7_000,
};
const rep = (over: Partial<Productivity> = {}): Productivity => ({
  effectiveOn: '2020-01-01',
  fullCapacity: 3_650_000n,
  startedOn: null,
  certifiedOn: '2020-01-01',
  leftOn: null,
  ...over,
});
const of = (from: string, to: string, known: Productivity[], ruleOf = () => rule) =>
  capacityOf(day(from), day(to), known, ruleOf);

describe('what a rep can deliver (P35)', () => {
  it('is the full capacity of a whole year, of 365 or 366 days, and its share of a part', () => {
    expect(of('2026-01-01', '2026-12-31', [rep()])?.amount).toBe(3_650_000n);
    expect(of('2028-01-01', '2028-12-31', [rep()])?.amount).toBe(3_650_000n);
    expect(of('2026-06-15', '2026-06-15', [rep()])?.amount).toBe(10_000n);
    // 3,650,000 ÷ 366 = 9,972.68
    expect(of('2028-02-29', '2028-02-29', [rep()])).toEqual({
      amount: 9_973n,
      parts: [
        {
          startsOn: '2028-02-29',
          endsOn: '2028-02-29',
          dayCount: 1,
          yearDays: 366,
          fullCapacity: 3_650_000n,
          rampBasisPoints: 10_000,
          readinessBasisPoints: 10_000,
          amount: 9_973n,
        },
      ],
    });
  });

  it('grows month by month since the start, and with the certificate', () => {
    const known = [rep({ startedOn: '2026-01-31', certifiedOn: '2026-04-02' })];
    const found = of('2026-01-30', '2026-04-03', known);
    // A month after 31 January is 28 February, two months after it 31 March.
    expect(
      found?.parts.map(({ startsOn, endsOn, dayCount, rampBasisPoints, readinessBasisPoints, amount }) => [
        startsOn,
        endsOn,
        dayCount,
        rampBasisPoints,
        readinessBasisPoints,
        amount,
      ]),
    ).toEqual([
      ['2026-01-30', '2026-02-27', 29, 0, 7_000, 0n],
      ['2026-02-28', '2026-03-30', 31, 4_000, 7_000, 86_800n],
      ['2026-03-31', '2026-04-01', 2, 10_000, 7_000, 14_000n],
      ['2026-04-02', '2026-04-03', 2, 10_000, 10_000, 20_000n],
    ]);
    expect(found?.amount).toBe(120_800n);
  });

  it('is less for who is not certified, and of who began before the curve ended as of who is ramped', () => {
    expect(of('2026-06-01', '2026-06-10', [rep({ certifiedOn: null })])?.amount).toBe(70_000n);
    expect(of('2026-06-01', '2026-06-10', [rep({ startedOn: '2026-04-01' })])?.amount).toBe(100_000n);
    expect(of('2026-06-01', '2026-06-10', [rep({ startedOn: '2026-04-02' })])?.amount).toBe(94_000n);
  });

  it('ends with the day on which the rep is not here any more', () => {
    expect(of('2026-06-01', '2026-06-10', [rep({ leftOn: '2026-06-04' })])?.amount).toBe(30_000n);
  });

  it('goes by what is known, and by the rules, of each day', () => {
    const known = [rep(), rep({ effectiveOn: '2026-06-03', fullCapacity: 7_300_000n })];
    expect(of('2026-06-01', '2026-06-04', known)?.amount).toBe(60_000n);
    const halved = { ...rule, rampBasisPoints: [5_000] };
    const from2 = capacityOf(day('2026-06-01'), day('2026-06-04'), [rep()], (on) =>
      on >= '2026-06-02' ? halved : rule,
    );
    expect(from2?.amount).toBe(25_000n);
  });

  it('is unknown where on some day nothing is known', () => {
    expect(of('2026-01-01', '2026-12-31', [])).toBeNull();
    expect(of('2026-01-01', '2026-12-31', [rep({ effectiveOn: '2026-01-02' })])).toBeNull();
    expect(of('2026-01-02', '2026-12-31', [rep({ effectiveOn: '2026-01-02' })])).not.toBeNull();
  });

  it('is nothing, not unknown, of who sells nothing', () => {
    expect(of('2026-01-01', '2026-12-31', [rep({ fullCapacity: 0n })])).toMatchObject({ amount: 0n });
  });

  it('is the sum of its parts, whatever the rep, and of two periods at most one unit apart', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2027-01-01'), days));
    const knowledge = fc.record({
      fullCapacity: fc.bigInt({ min: 0n, max: 10n ** 15n }),
      startedOn: fc.option(days),
      certifiedOn: fc.option(days),
    });
    fc.assert(
      fc.property(knowledge, days, fc.nat(300), fc.nat(300), (known, from, first, second) => {
        const one = [rep(known)];
        const middle = addDays(from, first);
        const end = addDays(middle, second + 1);
        const all = of(from, end, one);
        const [early, late] = [of(from, middle, one), of(addDays(middle, 1), end, one)];
        const sum = (all?.parts ?? []).reduce((total, { amount }) => total + amount, 0n);
        expect(sum).toBe(all?.amount);
        expect((all?.parts ?? []).reduce((total, { dayCount }) => total + dayCount, 0)).toBe(first + second + 2);
        const apart = (all?.amount ?? 0n) - (early?.amount ?? 0n) - (late?.amount ?? 0n);
        expect(apart <= 1n && apart >= -1n).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
