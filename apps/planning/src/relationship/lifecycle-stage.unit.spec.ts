import { addDays, addMonths, type LocalDate, parseLocalDate } from '@fivepoint/kernel';
import fc from 'fast-check';
import { type Always, shippedStageRules, stageHistory, type StageFacts, type StagePattern } from './lifecycle-stage';

const day = (text: string): LocalDate => parseLocalDate(text);
const orders = (...all: [string, number][]) => all.map(([on, yuan]) => ({ on: day(on), amount: BigInt(yuan * 100) }));
type Facts = Pick<StageFacts, 'orders' | 'drift'> & { pattern: StagePattern };
const always = <T>(is: T): Always<T> => [{ from: day('1900-01-01'), is }];
const history = ({ pattern, ...facts }: Facts, on: LocalDate, also: LocalDate[] = []) =>
  stageHistory({ ...facts, patterns: always(pattern) }, always(shippedStageRules), on, also);
const upTo = (over: Partial<Facts>, on: string) =>
  history({ pattern: 'RECURRING', orders: [], drift: [], ...over }, day(on));
const changesOf = (over: Partial<Facts>, on: string) =>
  upTo(over, on).changes.map((change) => `${change.on} ${change.stage} ${change.reason}`);

describe('the stage of a relationship (rules §2, P14)', () => {
  it('is exploration while nothing was ever ordered', () => {
    expect(upTo({}, '2026-06-15')).toMatchObject({
      changes: [{ on: '2026-06-15', stage: 'EXPLORATION', reason: 'NO_ORDER' }],
      current: {
        stage: 'EXPLORATION',
        reason: 'NO_ORDER',
        orderCount: 0,
        lastOrderOn: null,
        growth: null,
        growthBefore: null,
      },
      nextLookOn: '2026-06-30',
    });
    const drift = [{ on: day('2026-01-05'), high: true }];
    expect(changesOf({ drift }, '2026-06-15')).toEqual(['2026-01-05 EXPLORATION NO_ORDER']);
  });

  const seldom = orders(['2023-02-15', 100], ['2024-05-10', 100]);

  it('declines twelve months after the last order, and stays there while nothing speaks for another stage', () => {
    expect(changesOf({ orders: seldom }, '2024-07-15')).toEqual([
      '2023-02-15 BUILD_UP GROWING',
      '2024-02-15 DECLINE QUIET',
    ]);
    expect(upTo({ orders: seldom }, '2024-05-10').current).toMatchObject({ stage: 'DECLINE', reason: 'UNCHANGED' });
    expect(upTo({ orders: seldom }, '2024-06-30').current).toMatchObject({ growth: 0, growthBefore: -10_000 });
  });

  it('counts the last day of February as within twelve months on the next', () => {
    const leap = { orders: orders(['2024-02-29', 100]) };
    expect(upTo(leap, '2025-02-28')).toMatchObject({ current: { stage: 'BUILD_UP' }, nextLookOn: '2025-03-01' });
    expect(changesOf(leap, '2025-03-31')).toEqual(['2024-02-29 BUILD_UP GROWING', '2025-03-01 DECLINE QUIET']);
  });

  it('judges project customers over 36 months', () => {
    const project = { pattern: 'PROJECT', orders: seldom } as const;
    expect(changesOf(project, '2028-01-01')).toEqual(['2023-02-15 BUILD_UP GROWING', '2027-05-10 DECLINE QUIET']);
  });

  it('builds up again with an order after a quiet year', () => {
    const returned = orders(['2024-01-15', 100], ['2025-02-15', 100]);
    expect(changesOf({ orders: returned }, '2025-12-31')).toEqual([
      '2024-01-15 BUILD_UP GROWING',
      '2025-01-15 DECLINE QUIET',
      '2025-02-15 BUILD_UP GROWING',
    ]);
  });

  it('is mature with three orders and neither growth nor loss', () => {
    const steady = orders(['2023-05-01', 100], ['2023-11-01', 100], ['2024-05-01', 100], ['2024-11-01', 105]);
    // At the end of 2024 205 stand against 200 a year before: +2.5 %.
    expect(changesOf({ orders: steady }, '2025-01-31')).toEqual([
      '2023-05-01 BUILD_UP GROWING',
      '2024-12-31 MATURITY STEADY',
    ]);
    expect(upTo({ orders: steady }, '2025-01-31').current).toMatchObject({ growth: 250, orderCount: 4 });
  });

  it('declines with a loss of a tenth at two consecutive quarter ends, not at one', () => {
    const yearly = (next: number) =>
      orders(['2023-01-10', 10_000], ['2023-02-10', 10_000], ['2024-01-10', next / 2], ['2024-02-10', next / 2]);
    // 18,001 of 20,000 is −9.995 %, which is −.1000 with four decimals.
    expect(changesOf({ orders: yearly(18_001) }, '2024-09-30')).toEqual([
      '2023-01-10 BUILD_UP GROWING',
      '2024-03-31 MATURITY STEADY',
      '2024-06-30 DECLINE SHRINKING',
    ]);
    expect(changesOf({ orders: yearly(18_002) }, '2024-09-30')).toEqual([
      '2023-01-10 BUILD_UP GROWING',
      '2024-03-31 MATURITY STEADY',
    ]);
  });

  it('counts the last day of each window, and not the day before its first', () => {
    const at = (on: string) =>
      upTo({ orders: orders(['2022-03-31', 1], ['2023-03-31', 10], ['2024-03-31', 100]) }, on).current;
    // Each year to the end of March has one order, ten times that of the year before.
    expect(at('2024-03-31')).toMatchObject({ growth: 90_000, growthBefore: 90_000 });
    expect(at('2024-06-30')).toMatchObject({ growth: 90_000, growthBefore: 90_000 });
    expect(at('2023-03-31')).toMatchObject({ growth: 90_000, growthBefore: null });
  });

  it('takes facts in any order: the last order and the last word on drift are the latest', () => {
    const mixed = orders(['2025-08-20', 1], ['2023-01-10', 1], ['2024-06-01', 1]);
    const drift = ['2025-09-03', '2025-09-01', '2025-09-02'].map((on, index) => ({ on: day(on), high: index !== 0 }));
    expect(upTo({ orders: mixed, drift }, '2025-09-05').current).toMatchObject({
      lastOrderOn: '2025-08-20',
      orderCount: 3,
    });
    expect(changesOf({ orders: mixed, drift }, '2025-09-05').slice(-2)).toEqual([
      '2025-09-01 DECLINE DRIFT',
      '2025-09-03 MATURITY STEADY',
    ]);
  });

  it('grows from exactly a tenth on', () => {
    const grown = (next: number) => orders(['2023-01-10', 1000], ['2023-02-10', 1000], ['2024-01-10', next]);
    expect(upTo({ orders: grown(2200) }, '2024-03-31').current).toMatchObject({ stage: 'BUILD_UP', growth: 1000 });
    expect(upTo({ orders: grown(2199) }, '2024-03-31').current).toMatchObject({ stage: 'MATURITY', growth: 995 });
  });

  it('declines while drift is high, from any stage, and is itself again afterwards', () => {
    const drift = [
      { on: day('2025-02-01'), high: true },
      { on: day('2025-03-01'), high: false },
    ];
    expect(changesOf({ orders: orders(['2025-01-10', 100]), drift }, '2025-03-15')).toEqual([
      '2025-01-10 BUILD_UP GROWING',
      '2025-02-01 DECLINE DRIFT',
      '2025-03-01 BUILD_UP GROWING',
    ]);
  });

  it('does not know what comes after the day that is asked for', () => {
    expect(upTo({ orders: orders(['2026-06-16', 1]) }, '2026-06-15').current.stage).toBe('EXPLORATION');
  });

  it('says when time alone may change it: the next quarter end, or the day on which the last order grows too old', () => {
    expect(upTo({ orders: orders(['2025-08-20', 1]) }, '2026-06-30').nextLookOn).toBe('2026-08-20');
    expect(upTo({ orders: orders(['2025-11-20', 1]) }, '2026-06-30').nextLookOn).toBe('2026-09-30');
  });

  it('goes on each day by the rules and the kind of customer of that day', () => {
    const [before, after] = [shippedStageRules, { ...shippedStageRules, months: { RECURRING: 6, PROJECT: 36 } }];
    const rules: Always<typeof before> = [
      { from: day('2020-01-01'), is: before },
      { from: day('2026-02-01'), is: after },
    ];
    const kept = { orders: orders(['2025-05-20', 1]), drift: [], patterns: always<StagePattern>('RECURRING') };
    const found = (facts: StageFacts, on: string) => stageHistory(facts, rules, day(on));
    expect(found(kept, '2026-02-01').changes.map(({ on, stage }) => `${on} ${stage}`)).toEqual([
      '2025-05-20 BUILD_UP',
      '2026-02-01 DECLINE',
    ]);
    expect(found(kept, '2026-01-15').nextLookOn).toBe('2026-02-01');
    const patterns: StageFacts['patterns'] = [
      { from: day('2025-01-01'), is: 'RECURRING' },
      { from: day('2026-02-10'), is: 'PROJECT' },
    ];
    expect(found({ ...kept, patterns }, '2026-03-01').changes.map(({ on, stage }) => `${on} ${stage}`)).toEqual([
      '2025-05-20 BUILD_UP',
      '2026-02-01 DECLINE',
      '2026-02-10 BUILD_UP',
    ]);
  });

  const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2020-01-01'), days));
  const anyFacts = fc.record({
    pattern: fc.constantFrom('RECURRING' as const, 'PROJECT' as const),
    orders: fc.array(fc.record({ on: anyDay, amount: fc.bigInt({ min: 1n, max: 10n ** 12n }) }), { maxLength: 15 }),
    drift: fc.array(fc.record({ on: anyDay, high: fc.boolean() }), { maxLength: 3 }),
  });

  it('does not depend on the order in which facts came, nor on when it was looked at before', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (given, on) => {
        const once = history(given, on);
        const byDay = <T extends { on: LocalDate }>(all: readonly T[]) =>
          new Set(all.map((one) => one.on)).size === all.length;
        if (byDay(given.orders) && byDay(given.drift)) {
          const turned = { ...given, orders: [...given.orders].reverse(), drift: [...given.drift].reverse() };
          expect(history(turned, on)).toEqual(once);
        }
        const later = history(given, addMonths(on, 8)).changes.filter((change) => change.on <= on);
        // Of an account of which nothing is known yet the look itself is the beginning.
        const known = [...given.orders, ...given.drift].some((fact) => fact.on <= on);
        expect(known ? later : []).toEqual(known ? once.changes : []);
      }),
    );
  });

  it('is not changed by a look', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(anyDay, { maxLength: 6 }), anyDay, (given, looks, on) => {
        const [once, looked] = [history(given, on), history(given, on, looks)];
        expect(looked.current).toEqual(once.current);
        expect(looked.nextLookOn).toBe(once.nextLookOn);
        expect(looked.steps).toEqual(expect.arrayContaining(once.steps));
        expect(looked.steps.map((step) => step.on)).toEqual(
          expect.arrayContaining(looks.filter((day) => day <= on)) as unknown,
        );
      }),
    );
  });

  it('changes by time alone only on the days that it names', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, ({ pattern, orders: all, drift }, on) => {
        const known = {
          pattern,
          orders: all.filter((one) => one.on <= on),
          drift: drift.filter((one) => one.on <= on),
        };
        const { current, nextLookOn } = history(known, on);
        const dayBefore = history(known, addDays(nextLookOn, -1));
        expect(dayBefore.current.stage).toBe(current.stage);
      }),
    );
  });
});
