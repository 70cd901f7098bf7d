import type { GraphClient, Result } from '@fivepoint/testing';
import { fenOf } from './rebalancing';

type Amount = { amount: string };

const attainmentBy = ['LINE', 'OWNER', 'TEAM', 'PRODUCT', 'ACCOUNT', 'MONTH'] as const;
const rollUpBy = ['PRODUCT', 'TEAM', 'OWNER', 'ACCOUNT', 'GROUP', 'PROVINCE', 'CITY', 'UNIT'] as const;
type AttainmentBy = (typeof attainmentBy)[number];
type RollUpBy = (typeof rollUpBy)[number];

const money = (...fields: readonly string[]) => fields.map((field) => `${field} { amount }`).join(' ');
const rows = (fields: string) => `total { ${fields} } hidden { ${fields} } rows(first: 100) { nodes { ${fields} } }`;
const added = `${money('target', 'floor', 'stretch')} lineCount`;
const attained = `${money('planned', 'target', 'floor', 'booked', 'collected')} lineCount contractCount
  forecast { ${money('amount', 'open', 'weighted')} openCount leftOutCount }`;
const named = 'owner { id } product { id } account { id }';
const covered = `${money('target', 'booked', 'open', 'weighted')} lineCount bookedCount openCount leftOutCount`;

const question = `query ($id: UUID!) { plan(id: $id) { totalTarget { amount } currentVersion { number } productTargets { product { id } target { amount } }
  ${rollUpBy.map((by) => `rollUp${by}: rollUp(by: ${by}) { ${rows(added)} }`).join('\n')}
  ${attainmentBy
    .map(
      (by) =>
        `attainment${by}: attainment(by: ${by}) { ${rows(`${attained} ${named} team planLine { id }`)} adjustment { amount } leftOutCount
          unplanned { ${money('booked', 'collected')} contractCount } }`,
    )
    .join('\n')}
  coverage { ${covered} } coverageByOwner { owner { id } coverage { ${covered} } } coverageByProduct { product { id } coverage { ${covered} } }
  repTargets { rep { id } ${money('original', 'planned', 'rebalanced')} }
  payouts { total { amount } rows(first: 100) { nodes { rep { id } ${money('originalTarget', 'booked', 'collected', 'payout')} } } } } }`;

interface Rows {
  total: Result;
  hidden: Result | null;
  rows: { nodes: Result[] };
}
export interface AttainedBy extends Rows {
  adjustment: Amount;
  leftOutCount: number;
  unplanned: Result;
}

/** Everything that planning says of one plan in figures, in one operation and as one person sees it. */
export interface Figures {
  rollUp: Record<RollUpBy, Rows>;
  attainment: Record<AttainmentBy, AttainedBy>;
  plan: Result &
    Record<'coverageByOwner' | 'coverageByProduct' | 'repTargets' | 'productTargets', Result[]> & {
      payouts: { total: Amount; rows: { nodes: Result[] } } | null;
    };
}

export async function figuresOf(graph: Pick<GraphClient, 'query'>, planId: string): Promise<Figures> {
  const { plan } = await graph.query<{ plan: Figures['plan'] & Record<string, unknown> }>(question, { id: planId });
  const of = <By extends string, T>(what: string, all: readonly By[]) =>
    Object.fromEntries(all.map((by) => [by, plan[`${what}${by}`]])) as Record<By, T>;
  return { plan, rollUp: of('rollUp', rollUpBy), attainment: of('attainment', attainmentBy) };
}

/** A field of a row in fen, also of what it holds: `forecast.open`. */
export function fenIn(row: Result | null | undefined, path: string): bigint {
  const found = path.split('.').reduce<unknown>((value, field) => (value as Result | null)?.[field], row);
  return found === null || found === undefined ? 0n : fenOf(found as Amount);
}

export const idIn = (row: Result, field: string): string | null => (row[field] as Result | null)?.id ?? null;

const sumOf = (all: readonly Result[], path: string): bigint => all.reduce((sum, row) => sum + fenIn(row, path), 0n);
const countOf = (all: readonly Result[], field: string): number =>
  all.reduce((sum, row) => sum + (row[field] as number), 0);
const partsOf = ({ rows: { nodes }, hidden }: Rows): Result[] => [...nodes, ...(hidden ? [hidden] : [])];

/** What must be so of every plan at every moment, for whoever looks: each dimension is a partition of one and the same total. */
export function expectPartitions({ plan, rollUp, attainment }: Figures): void {
  for (const all of Object.values(rollUp)) {
    const parts = partsOf(all);
    for (const field of ['target', 'floor', 'stretch']) expect(sumOf(parts, field)).toBe(fenIn(all.total, field));
    expect(countOf(parts, 'lineCount')).toBe(all.total['lineCount']);
    expect(fenIn(all.total, 'target')).toBe(fenIn(plan, 'totalTarget'));
  }
  expect(sumOf(plan.productTargets, 'target')).toBe(fenIn(plan, 'totalTarget'));
  const [first] = Object.values(attainment);
  for (const [by, all] of Object.entries(attainment)) {
    const parts = partsOf(all);
    for (const field of ['planned', 'floor', 'booked', 'collected', 'forecast.open'])
      expect([by, field, sumOf(parts, field)]).toEqual([by, field, fenIn(all.total, field)]);
    expect([by, sumOf(parts, 'target') + fenOf(all.adjustment)]).toEqual([by, fenIn(all.total, 'target')]);
    expect([by, countOf(parts, 'contractCount')]).toEqual([by, all.total['contractCount']]);
    if (by !== 'MONTH') expect([by, countOf(parts, 'lineCount')]).toEqual([by, all.total['lineCount']]);
    // One total, whatever it is by.
    const one = ({ total, leftOutCount, unplanned }: AttainedBy) => ({
      ...{ ...total, planLine: null, leftOutCount, unplanned },
    });
    expect([by, one(all)]).toEqual([by, first && one(first)]);
    expect(fenIn(all.total, 'planned')).toBe(fenIn(plan, 'totalTarget'));
    expect(fenIn(all.total, 'floor')).toBe(fenIn(rollUp.OWNER.total, 'floor'));
  }
  expect(sumOf(plan.repTargets, 'planned')).toBe(fenIn(plan, 'totalTarget'));
  // Where a sum would show what a rep can deliver, the rep's target stays as planned.
  const counting = plan.repTargets.map((row) => ({ ...row, counting: row['rebalanced'] ?? row['planned'] }));
  expect(sumOf(counting, 'counting')).toBe(fenIn(first?.total, 'target'));
}

/** What must be so besides for who sees everything: coverage, forecast, targets and payouts speak of the same targets, bookings, cash and deals. */
export function expectAgreement({ plan, rollUp, attainment }: Figures): void {
  const { total } = attainment.OWNER;
  for (const { hidden } of [...Object.values(rollUp), ...Object.values(attainment)]) expect(hidden).toBeNull();
  for (const by of ['OWNER', 'TEAM', 'MONTH'] as const) expect(attainment[by].adjustment).toEqual({ amount: '0.00' });
  const coverage = plan['coverage'] as Result;
  const covers = (all: Result, row: Result) => {
    for (const [of, its] of [
      ...[['booked', 'booked'] as const, ['open', 'forecast.open'] as const],
      ['weighted', 'forecast.weighted'] as const,
    ])
      expect([of, fenIn(all, of)]).toEqual([of, fenIn(row, its)]);
    expect([all['lineCount'], all['bookedCount']]).toEqual([row['lineCount'], row['contractCount']]);
  };
  covers(coverage, total);
  expect(fenIn(coverage, 'target')).toBe(fenIn(total, 'target'));
  for (const [all, by, field, target] of [
    [plan.coverageByOwner, 'OWNER', 'owner', 'target'],
    [plan.coverageByProduct, 'PRODUCT', 'product', 'planned'],
  ] as const) {
    const found = attainment[by].rows.nodes;
    expect(all.map((row) => idIn(row, field)).sort()).toEqual(found.map((row) => idIn(row, field)).sort());
    for (const row of found) {
      const own = all.find((one) => idIn(one, field) === idIn(row, field))?.['coverage'] as Result;
      covers(own, row);
      expect(fenIn(own, 'target')).toBe(fenIn(row, target));
    }
  }
  for (const rep of plan.repTargets) {
    const row = attainment.OWNER.rows.nodes.find((one) => idIn(one, 'owner') === idIn(rep, 'rep'));
    expect([fenIn(row, 'planned'), fenIn(row, 'target')]).toEqual([fenIn(rep, 'planned'), fenIn(rep, 'rebalanced')]);
  }
  const forecast = total['forecast'] as Result | null;
  if (forecast) expect(fenIn(forecast, 'amount')).toBe(fenIn(total, 'booked') + fenIn(forecast, 'weighted'));
  // Of a plan that never was in force nobody is paid.
  if (!plan.payouts) return;
  const paid = plan.payouts.rows.nodes;
  expect(sumOf(paid, 'payout')).toBe(fenOf(plan.payouts.total));
  for (const field of ['booked', 'collected']) expect(sumOf(paid, field)).toBe(fenIn(total, field));
  // A newcomer has no original target for the cap of rebalancing, and is paid by that of the first version in which the rep has lines.
  const promised = (rep: Result) => fenIn(rep, 'original') > 0n;
  for (const rep of plan.repTargets) {
    const row = paid.find((one) => idIn(one, 'rep') === idIn(rep, 'rep'));
    if (promised(rep)) expect(fenIn(row, 'originalTarget')).toBe(fenIn(rep, 'original'));
    else if (fenIn(rep, 'planned') > 0n) expect(fenIn(row, 'originalTarget')).toBeGreaterThan(0n);
  }
  const newcomers = paid.filter(
    (row) => !plan.repTargets.some((rep) => promised(rep) && idIn(rep, 'rep') === idIn(row, 'rep')),
  );
  expect(sumOf(paid, 'originalTarget')).toBe(sumOf(plan.repTargets, 'original') + sumOf(newcomers, 'originalTarget'));
}
