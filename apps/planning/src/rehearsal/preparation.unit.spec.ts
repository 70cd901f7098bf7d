import { type LineToRehearse, missingForRehearsal, rehearsalProblems, taskOf } from './preparation';

const line = (key: string, target: bigint, over: Partial<LineToRehearse['outlook']> = {}): LineToRehearse => ({
  key,
  target,
  outlook: {
    probabilityBasisPoints: 4_000,
    closesOn: '2026-05-31',
    slipBasisPoints: [9_000, 1_000],
    correlationGroup: null,
    payments: [{ basisPoints: 10_000, lagMonths: 2 }],
    ...over,
  },
});
const terms = (over: Partial<Parameters<typeof taskOf>[1]> = {}) => ({
  startsOn: '2026-03-10',
  endsOn: '2026-08-01',
  seed: 7,
  trialCount: 1_000,
  correlations: [],
  target: 5n,
  ...over,
});
const most = BigInt(Number.MAX_SAFE_INTEGER);

describe('what is missing before a rehearsal', () => {
  it('is what is expected of each line, or a line', () => {
    expect(missingForRehearsal([])).toEqual(['at least one plan line']);
    const known = { planLineId: 'a', seen: true, target: 1n, outlook: line('a', 1n).outlook };
    const without = (planLineId: string, seen = true) => ({ planLineId, seen, target: 1n, outlook: null });
    expect(missingForRehearsal([known, without('b')])).toEqual(['the outlook of plan line b']);
    expect(missingForRehearsal([known])).toEqual([]);
    // Lines that one may not see are counted and not named, and nobody reads a list of thousands.
    expect(missingForRehearsal([without('b', false), without('c')])).toEqual([
      'the outlook of plan line c',
      'the outlooks of 1 more plan lines',
    ]);
    const many = Array.from({ length: 23 }, (_, index) => without(`${index}`));
    expect(missingForRehearsal(many)).toHaveLength(21);
    expect(missingForRehearsal(many).at(-1)).toBe('the outlooks of 3 more plan lines');
  });
});

describe('what keeps lines from being rehearsed', () => {
  const problems = (lines: LineToRehearse[], over: Parameters<typeof terms>[0] = {}, steps = 1_000_000) =>
    rehearsalProblems(lines, terms(over), steps).map(({ path, message }) => `${path}: ${message}`);

  it('is an amount that no double holds, of the lines or of the target', () => {
    expect(problems([line('a', most - 1n), line('b', 1n)], { target: most })).toEqual([]);
    expect(problems([line('a', most), line('b', 1n)], { target: most + 1n })).toEqual([
      'planId: its lines add up to more than 9007199254740991 minor units',
      'target: must be at most 9007199254740991 minor units',
    ]);
  });

  it('is too much work, with how much there may be', () => {
    const three = [line('a', 1n), line('b', 1n), line('c', 1n)];
    expect(problems(three, {}, 3_000)).toEqual([]);
    expect(problems(three, { trialCount: 1_001 }, 3_002)).toEqual(['trialCount: for 3 lines must be at most 1000']);
  });

  it('is a period of more than 60 months', () => {
    expect(problems([line('a', 1n)], { startsOn: '2026-01-31', endsOn: '2030-12-31' })).toEqual([]);
    expect(problems([line('a', 1n)], { startsOn: '2026-01-31', endsOn: '2031-01-01' })).toEqual([
      'planId: its period has 61 months; at most 60 can be rehearsed',
    ]);
  });

  it('is a group without a correlation, and a correlation without a group', () => {
    const lines = [line('a', 1n, { correlationGroup: 'y' }), line('b', 1n, { correlationGroup: 'x' })];
    expect(problems(lines, { correlations: [{ group: 'z', basisPoints: 0 }] })).toEqual([
      'correlations.0.group: no line is in a group z',
      'correlations: say how much the lines of x share',
      'correlations: say how much the lines of y share',
    ]);
    const given = ['x', 'y', 'x'].map((group) => ({ group, basisPoints: 1 }));
    expect(problems(lines, { correlations: given })).toEqual(['correlations.2.group: x comes more than once']);
  });
});

describe('what a worker plays through', () => {
  it('counts months from the first of the plan, and holds what the lines say', () => {
    const correlations = [{ group: 'x', basisPoints: 2_500 }];
    expect(taskOf([line('a', 12n, { correlationGroup: 'x' })], terms({ correlations }))).toEqual({
      lines: [
        {
          key: 'a',
          amount: 12,
          probability: 4_000,
          period: 2,
          slip: [9_000, 1_000],
          group: 'x',
          terms: [{ basisPoints: 10_000, lag: 2 }],
        },
      ],
      terms: { periodCount: 6, target: 5, trials: 1_000, seed: 7, correlations: new Map([['x', 2_500]]) },
    });
  });
});
