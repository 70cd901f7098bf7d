import { Money } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import { PlanLine } from '../plan-line/plan-line';

/** What the lines of one plan add up to for one product (P21). */
export interface ProductTotal {
  planId: string;
  productId: string;
  target: Money;
  lineCount: number;
}

/** The targets of plans by product, exactly, over all their lines and not only those that somebody may see; one statement. */
export async function productTotals(
  manager: EntityManager,
  tenantId: string,
  planIds: readonly string[],
): Promise<ProductTotal[]> {
  const rows = await manager
    .createQueryBuilder(PlanLine, 'l')
    .select('l.plan_id', 'planId')
    .addSelect('l.product_id', 'productId')
    .addSelect('sum(l.target_minor)::text', 'minor')
    .addSelect('l.target_currency', 'currency')
    .addSelect('count(*)::int', 'lineCount')
    .where('l.tenant_id = :tenantId and l.plan_id = any(:planIds)', { tenantId, planIds })
    .groupBy('l.plan_id, l.product_id, l.target_currency')
    .orderBy('l.product_id')
    .getRawMany<{ planId: string; productId: string; minor: string; currency: string; lineCount: number }>();
  return rows.map(({ planId, productId, minor, currency, lineCount }) => ({
    planId,
    productId,
    target: Money.of(BigInt(minor), currency),
    lineCount,
  }));
}
