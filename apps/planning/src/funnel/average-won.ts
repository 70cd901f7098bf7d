import { Money } from '@fivepoint/kernel';
import { type Identity, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { PipelineCase } from '../pipeline/pipeline-case';
import type { ClosedPeriod } from './funnels';

/** The contracts of a product, or of all, in one currency. */
export interface Won {
  /** Null where nobody knows it. */
  productId: string | null;
  won: Money;
  wonCount: number;
}

/** What contracts in a currency brought by product, over the cases that the caller sees: the average of one product may be a single contract's. */
export async function wonByProduct(
  manager: EntityManager,
  identity: Identity,
  currency: string,
  { closedFrom, closedTo }: ClosedPeriod = {},
): Promise<Won[]> {
  const cases = visibleRows(manager, PipelineCase, { identity, seesAll: [] })
    .andWhere("e.outcome = 'WON' and e.amount_currency = :currency", { currency })
    .select('e.product_id', 'productId')
    .addSelect('sum(e.amount_minor)::text', 'minor')
    .addSelect('count(*)::int', 'wonCount')
    .groupBy('e.product_id');
  if (closedFrom) cases.andWhere('e.closed_on >= :closedFrom', { closedFrom });
  if (closedTo) cases.andWhere('e.closed_on <= :closedTo', { closedTo });
  const rows = await cases.getRawMany<{ productId: string | null; minor: string; wonCount: number }>();
  return rows.map(({ productId, minor, wonCount }) => ({
    productId,
    wonCount,
    won: Money.of(BigInt(minor), currency),
  }));
}

/** Those of a product together, or of all; null of none. Pure. */
export function wonOf(all: readonly Won[], productId: string | null): Omit<Won, 'productId'> | null {
  const own = productId === null ? all : all.filter((one) => one.productId === productId);
  const [first] = own;
  if (!first) return null;
  return {
    won: Money.sum(
      own.map(({ won }) => won),
      first.won.currency,
    ),
    wonCount: own.reduce((sum, { wonCount }) => sum + wonCount, 0),
  };
}
