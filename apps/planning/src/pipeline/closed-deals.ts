import { Money, roundedRatio } from '@fivepoint/kernel';
import { among, type Conditions, from, type Identity, is, narrow, to, visibleRows } from '@fivepoint/service';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { PipelineCase } from './pipeline-case';
import type { ClosedDealFilter } from './pipeline.inputs';

/** How many deals of a group were won and lost, and for how much, one sum per currency. */
export interface WonAndLost {
  /** Null for deals of which nobody knows the product, and for all together. */
  groupId: string | null;
  wonCount: number;
  lostCount: number;
  won: Money[];
}

/** How long deals took from the day on which work began to the day on which they ended. */
export interface Cycle {
  closedCount: number;
  totalDays: number;
  /** Rounded once, four decimals; null where none was closed. */
  meanDays: string | null;
  /** One decimal, for it lies between two whole numbers at most. */
  medianDays: string | null;
}

/** What the accounts brought in one currency, the greatest first. */
export interface WonByAccount {
  currency: string;
  /** Null of contracts whose account nobody knows. */
  accounts: { accountId: string | null; minor: bigint; wonCount: number }[];
}

const where: Conditions<ClosedDealFilter> = {
  closedFrom: from('closedOn'),
  closedTo: to('closedOn'),
  purchasePatterns: among('purchasePattern'),
  accountId: is('accountId'),
  productId: is('productId'),
  ownerId: is('ownerId'),
  team: is('team'),
};

/** The deals that the caller sees and that are won or lost; a lead that was given up never was one. */
function closedDeals(manager: EntityManager, identity: Identity, filter: ClosedDealFilter) {
  const deals = visibleRows(manager, PipelineCase, { identity, seesAll: [] }).andWhere(
    "e.outcome <> 'OPEN' and e.deal_id is not null",
  );
  narrow(deals as SelectQueryBuilder<ObjectLiteral>, filter, where);
  return deals;
}

/** Won and lost by product, by owner, or all together; in one statement. */
export async function wonAndLost(
  manager: EntityManager,
  identity: Identity,
  filter: ClosedDealFilter,
  group: 'product_id' | 'owner_id' | null,
): Promise<WonAndLost[]> {
  const key = group === null ? 'null::uuid' : `e.${group}`;
  const rows = await closedDeals(manager, identity, filter)
    .select(key, 'groupId')
    .addSelect('e.outcome', 'outcome')
    .addSelect('e.amount_currency', 'currency')
    .addSelect('sum(e.amount_minor)::text', 'minor')
    .addSelect('count(*)::int', 'count')
    .groupBy(`${group === null ? '' : `${key}, `}e.outcome, e.amount_currency`)
    .orderBy('e.amount_currency')
    .getRawMany<Summed>();
  return groupsOf(rows, ({ groupId }) => groupId)
    .map(([groupId, own]) => ({
      groupId,
      wonCount: countOf(own, 'WON'),
      lostCount: countOf(own, 'LOST'),
      won: own.flatMap(({ outcome, minor, currency }) =>
        outcome === 'WON' && minor !== null && currency !== null ? [Money.of(BigInt(minor), currency)] : [],
      ),
    }))
    .sort((one, other) => ((one.groupId ?? '~') < (other.groupId ?? '~') ? -1 : 1));
}

/** Rows with the same key together, in the order in which the keys come first. */
function groupsOf<T, K>(rows: readonly T[], keyOf: (row: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
}

interface Summed {
  groupId: string | null;
  outcome: 'WON' | 'LOST';
  currency: string | null;
  minor: string | null;
  count: number;
}

const countOf = (rows: readonly Summed[], outcome: Summed['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);

/** How long they took; in one statement. A deal of which nobody knows when it began is none of them. */
export async function cycleOf(manager: EntityManager, identity: Identity, filter: ClosedDealFilter): Promise<Cycle> {
  const took = 'e.closed_on - e.opened_on';
  const found = await closedDeals(manager, identity, filter)
    .andWhere('e.opened_on is not null')
    .select('count(*)::int', 'closedCount')
    .addSelect(`coalesce(sum(${took}), 0)::text`, 'total')
    .addSelect(`(percentile_cont(0.5) within group (order by ${took}))::numeric(20, 1)::text`, 'medianDays')
    .getRawOne<{ closedCount: number; total: string; medianDays: string | null }>();
  const { closedCount = 0, total = '0', medianDays = null } = found ?? {};
  return {
    closedCount,
    totalDays: Number(total),
    meanDays: roundedRatio(BigInt(total), BigInt(closedCount), 4),
    medianDays,
  };
}

/** What each account brought, currency by currency; in one statement. */
export async function wonByAccount(
  manager: EntityManager,
  identity: Identity,
  filter: ClosedDealFilter,
): Promise<WonByAccount[]> {
  const rows = await closedDeals(manager, identity, filter)
    .andWhere("e.outcome = 'WON' and e.amount_minor is not null")
    .select('e.amount_currency', 'currency')
    .addSelect('e.account_id', 'accountId')
    .addSelect('sum(e.amount_minor)::text', 'minor')
    .addSelect('count(*)::int', 'wonCount')
    .groupBy('e.amount_currency, e.account_id')
    .orderBy('e.amount_currency')
    .addOrderBy('sum(e.amount_minor)', 'DESC')
    .addOrderBy('e.account_id')
    .getRawMany<{ currency: string; accountId: string | null; minor: string; wonCount: number }>();
  return groupsOf(rows, ({ currency }) => currency).map(([currency, own]) => ({
    currency,
    accounts: own.map(({ accountId, minor, wonCount }) => ({ accountId, minor: BigInt(minor), wonCount })),
  }));
}
