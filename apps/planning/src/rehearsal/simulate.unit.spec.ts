import { roundedRatio } from '@fivepoint/kernel';
import fc from 'fast-check';
import { chanceOfBooking, exactDistribution, type ExactDistribution } from './exact-distribution';
import { outcomeOf, rankOf } from './outcome';
import { rehearse } from './rehearse';
import { type RehearsalLine, type RehearsalTerms, simulate } from './simulate';

const line = (key: string, amount: number, probability: number, over: Partial<RehearsalLine> = {}): RehearsalLine => ({
  key,
  amount,
  probability,
  period: 0,
  slip: [10_000],
  group: null,
  terms: [{ basisPoints: 10_000, lag: 0 }],
  ...over,
});
const terms = (over: Partial<RehearsalTerms> = {}): RehearsalTerms => ({
  periodCount: 1,
  target: 600,
  trials: 100_000,
  seed: 1,
  correlations: new Map(),
  ...over,
});
const example = [line('a', 500, 6000), line('b', 300, 5000), line('c', 200, 8000)];
const play = (lines: RehearsalLine[], over: Partial<RehearsalTerms> = {}) => {
  const given = terms(over);
  return outcomeOf(simulate(lines, given), given.target);
};
const nothing = (trials: number) => ({
  ...{ bookings: new Float64Array(trials), cash: new Float64Array(trials) },
  ...{ bookingsByPeriod: [], cashByPeriod: [] },
});
const within = (value: number, expected: number, off = 0.006) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(off);

describe('the exact distribution (rules §4)', () => {
  it('does what the rule shows: weighted 610, and a target of 600 is hit with .54', () => {
    const exact = exactDistribution(example, terms()) as ExactDistribution;
    expect(exact.sums).toEqual([0, 200, 300, 500, 700, 800, 1000]);
    const shares = exact.chances.map((chance) => roundedRatio(chance, exact.whole, 4));
    expect(shares).toEqual(['0.0400', '0.1600', '0.0400', '0.2200', '0.2400', '0.0600', '0.2400']);
    const hit = chanceOfBooking(600, exact);
    expect(hit.numerator * 100n).toBe(hit.denominator * 54n);
    const total = exact.sums.reduce((sum, one, index) => sum + BigInt(one) * exact.chances[index]!, 0n);
    expect(total).toBe(610n * exact.whole);
  });

  it.each([
    // .70045 is a half, and below it as a double; so are .62635 and .00015.
    ['0.7005', [line('a', 100, 15), line('b', 100, 7000)]],
    ['0.6264', [line('a', 100, 36), line('b', 100, 6250)]],
    ['0.0002', [line('a', 100, 3, { slip: [5000, 5000] })]],
  ])('is rounded once, half away from zero: %s', (shown, lines) => {
    const { figures } = rehearse({ lines, terms: terms({ periodCount: 1, target: 100, trials: 1_000 }) });
    expect(figures.exact?.hitProbability).toBe(shown);
  });

  it('tells a sensitivity that is rounded once, half away from zero', () => {
    // 5 of 800 and 3 of 200: −.00875 exactly.
    const samples = { closed: [800], closedAndHit: [5], hits: 8, ...nothing(1_000) };
    expect(outcomeOf(samples, 1).lines).toEqual([{ closedCount: 800, sensitivity: '-0.0088' }]);
  });

  it('counts what slips beyond the last period for nothing', () => {
    const late = line('a', 100, 10_000, { period: 1, slip: [5000, 3000, 2000] });
    expect(exactDistribution([late], terms({ periodCount: 3 }))).toEqual({
      sums: [0, 100],
      ...{ chances: [1n, 4n], whole: 5n },
    });
  });

  it('says why there is none', () => {
    const pair = [line('a', 1, 5000, { group: 'g' }), line('b', 1, 5000, { group: 'g' })];
    const correlations = new Map([['g', 100]]);
    expect(exactDistribution(pair, terms({ correlations }))).toEqual({ reason: 'CORRELATED' });
    expect(exactDistribution(pair.slice(1), terms({ correlations }))).toMatchObject({ sums: [0, 1] });
    expect(exactDistribution(pair, terms({ correlations: new Map([['g', 0]]) }))).toMatchObject({ sums: [0, 1, 2] });
    const odd = Array.from({ length: 17 }, (_, index) => line(String(index), 2 ** index, 5000));
    expect(exactDistribution(odd, terms())).toEqual({ reason: 'TOO_MANY_SUMS' });
    expect(exactDistribution(odd.slice(1), terms())).toMatchObject({ sums: { length: 65_536 } });
  });
});

describe('a rehearsal (rules §4, P01, N1)', () => {
  it('agrees with the exact distribution', () => {
    const { bookings, hits, margins, lines } = play(example);
    expect(bookings).toEqual({ p10: 200, p50: 700, p90: 1000 });
    within(hits / 100_000, 0.54);
    expect(margins).toEqual([
      { confidence: 80, margin: 300 },
      { confidence: 90, margin: 400 },
      { confidence: 95, margin: 400 },
    ]);
    [0.9, 0.12, 0.3].forEach((sensitivity, index) => within(Number(lines[index]!.sensitivity), sensitivity, 0.012));
  });

  it('is the same for a seed, and another one for another', () => {
    expect(play(example)).toEqual(play(example));
    expect(play(example, { seed: 2 }).hits).not.toBe(play(example).hits);
    expect(play(example, { trials: 5000 })).toMatchInlineSnapshot(`
      {
        "bookings": {
          "p10": 200,
          "p50": 700,
          "p90": 1000,
        },
        "bookingsByPeriod": [
          {
            "p10": 200,
            "p50": 700,
            "p90": 1000,
          },
        ],
        "cash": {
          "p10": 200,
          "p50": 700,
          "p90": 1000,
        },
        "cashByPeriod": [
          {
            "p10": 200,
            "p50": 700,
            "p90": 1000,
          },
        ],
        "hits": 2708,
        "lines": [
          {
            "closedCount": 3009,
            "sensitivity": "0.9000",
          },
          {
            "closedCount": 2454,
            "sensitivity": "0.1136",
          },
          {
            "closedCount": 4025,
            "sensitivity": "0.3199",
          },
        ],
        "margins": [
          {
            "confidence": 80,
            "margin": 400,
          },
          {
            "confidence": 90,
            "margin": 400,
          },
          {
            "confidence": 95,
            "margin": 400,
          },
        ],
        "trials": 5000,
      }
    `);
  });

  it('plays a line the same whatever stands beside it', () => {
    const alone = simulate([example[1]!], terms({ trials: 3000, target: 0 }));
    const beside = simulate([line('x', 7, 5000), example[1]!, line('y', 9, 5000)], terms({ trials: 3000, target: 0 }));
    expect(beside.closed[1]).toBe(alone.closed[0]);
  });

  it('plays the first trials of a longer one', () => {
    const [few, many] = [simulate(example, terms({ trials: 1500 })), simulate(example, terms({ trials: 4000 }))];
    expect(few.bookings).toEqual(many.bookings.slice(0, 1500));
  });

  it('never closes what has no chance, and always what is certain, which has no sensitivity', () => {
    const { closed } = simulate([line('a', 1, 0), line('b', 1, 10_000)], terms({ trials: 2000 }));
    expect(closed).toEqual([0, 2000]);
    expect(play([line('a', 1, 0), line('b', 1, 10_000)]).lines.map(({ sensitivity }) => sensitivity)).toEqual([
      null,
      null,
    ]);
  });

  it('books in the period to which it slips, and not beyond the last one', () => {
    const late = line('a', 100, 10_000, { period: 1, slip: [5000, 3000, 2000] });
    const { bookingsByPeriod, bookings } = simulate([late], terms({ periodCount: 3 }));
    const share = (values: Float64Array) => values.filter((value) => value === 100).length / values.length;
    expect(share(bookingsByPeriod[0]!)).toBe(0);
    within(share(bookingsByPeriod[1]!), 0.5);
    within(share(bookingsByPeriod[2]!), 0.3);
    within(share(bookings), 0.8);
    const always = simulate([line('a', 100, 10_000, { slip: [0, 10_000] })], terms({ periodCount: 2, trials: 100 }));
    expect(share(always.bookingsByPeriod[1]!)).toBe(1);
  });

  it('pays by its terms, exactly, and what comes after the last period is not in it', () => {
    const paid = line('a', 100_001, 10_000, {
      terms: [
        { basisPoints: 3333, lag: 0 },
        { basisPoints: 3333, lag: 1 },
        { basisPoints: 3334, lag: 2 },
      ],
    });
    const cash = (periodCount: number) =>
      simulate([paid], terms({ periodCount, trials: 10 })).cashByPeriod.map((values) => values[0]);
    expect(cash(4)).toEqual([33_330, 33_330, 33_341, 0]);
    expect(cash(2)).toEqual([33_330, 33_330]);
  });

  const group = (count: number, correlation: number, probability = 5000) => {
    const lines = Array.from({ length: count }, (_, index) => line(`l${index}`, 1, probability, { group: 'g' }));
    const given = terms({ target: count, correlations: new Map([['g', correlation]]) });
    const { hits, closed } = simulate(lines, given);
    closed.forEach((times) => within(times / 100_000, probability / 10_000));
    return hits / 100_000;
  };

  it('lets the lines of a group share their luck without changing the chance of each', () => {
    // Of two even chances both come true with ¼ + arcsin ρ ÷ 2π, of three with ⅛ + 3 · arcsin ρ ÷ 4π.
    within(group(2, 5000), 1 / 3);
    within(group(3, 5000), 1 / 4);
    within(group(2, 0), 1 / 4);
    within(group(2, 10_000), 1 / 2);
    within(group(2, 10_000, 2000), 0.2);
    within(group(2, 2500, 3000), 0.124, 0.01);
  });

  it('knows each line once', () => {
    expect(() => simulate([example[0]!, example[0]!], terms())).toThrow(new RangeError('a line comes more than once'));
  });

  it('tells how far it has come', () => {
    const told: number[] = [];
    simulate(example, terms({ trials: 2500 }), (done) => told.push(done));
    expect(told).toEqual([1024, 2048, 2500]);
  });

  it('takes the nearest rank in whole numbers', () => {
    expect([rankOf(10, 10), rankOf(50, 5), rankOf(90, 1), rankOf(5, 100), rankOf(95, 100)]).toEqual([1, 3, 1, 5, 95]);
  });

  it('adds up: every trial books in its periods what it books in all, and pays no more', () => {
    const anyLine = fc.record({
      amount: fc.nat(1_000_000),
      probability: fc.nat(10_000),
      period: fc.nat(3),
      slip: fc.constantFrom([10_000], [7000, 3000], [0, 5000, 5000]),
      group: fc.constantFrom(null, 'g', 'h'),
      terms: fc.constantFrom(
        [{ basisPoints: 10_000, lag: 0 }],
        [
          { basisPoints: 3000, lag: 0 },
          { basisPoints: 7000, lag: 2 },
        ],
      ),
    });
    const correlations = new Map([
      ['g', 3000],
      ['h', 10_000],
    ]);
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), fc.nat(), (lines, seed) => {
        const keyed = lines.map((one, index) => ({ ...one, key: String(index) }));
        const samples = simulate(keyed, terms({ periodCount: 4, trials: 1100, seed, correlations, target: 500_000 }));
        const total = (series: Float64Array[], trial: number) =>
          series.reduce((sum, values) => sum + values[trial]!, 0);
        samples.bookings.forEach((booked, trial) => {
          if (total(samples.bookingsByPeriod, trial) !== booked) throw new Error(`trial ${trial} does not add up`);
          if (total(samples.cashByPeriod, trial) !== samples.cash[trial]) throw new Error(`trial ${trial} loses cash`);
          if (total(samples.cashByPeriod, trial) > booked) throw new Error(`trial ${trial} pays too much`);
        });
        expect(samples.hits).toBe(samples.bookings.filter((booked) => booked >= 500_000).length);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with the exact distribution of any independent plan', () => {
    const anyLine = fc.record({ amount: fc.integer({ min: 1, max: 20 }), probability: fc.nat(10_000) });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 10 }), fc.nat(), fc.nat(60), (lines, seed, target) => {
        const keyed = lines.map(({ amount, probability }, index) => line(String(index), amount, probability));
        const exact = exactDistribution(keyed, terms()) as ExactDistribution;
        expect(exact.chances.reduce((sum, chance) => sum + chance, 0n)).toBe(exact.whole);
        const hit = chanceOfBooking(target, exact);
        const { hits } = simulate(keyed, terms({ seed, target, trials: 20_000 }));
        // Five standard deviations of 20,000 trials.
        within(hits / 20_000, Number(roundedRatio(hit.numerator, hit.denominator, 9)), 0.018);
      }),
      { numRuns: 30 },
    );
  });
});
