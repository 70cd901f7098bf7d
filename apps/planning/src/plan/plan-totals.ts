import { Money } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';

/** What the lines of one version of a plan add up to for one product, and what was set for it (P21). */
export interface ProductTotal {
  versionId: string;
  productId: string;
  target: Money;
  stretch: Money;
  lineCount: number;
  /** What was set for the product; null where nothing was. */
  productTarget: Money | null;
}

interface Row {
  versionId: string;
  productId: string;
  currency: string;
  target: string;
  stretch: string;
  lineCount: number;
  productTarget: string | null;
}

/** The targets of versions of plans by product, exactly, over all their lines and not only those that somebody may see; one statement. */
export async function productTotals(
  manager: EntityManager,
  tenantId: string,
  versionIds: readonly string[],
): Promise<ProductTotal[]> {
  const rows: Row[] = await manager.query(
    `select coalesce(l.plan_version_id, t.plan_version_id) as "versionId",
       coalesce(l.product_id, t.product_id) as "productId",
       coalesce(l.currency, t.target_currency) as currency,
       coalesce(l.target, 0)::text as target, coalesce(l.stretch, 0)::text as stretch,
       coalesce(l.lines, 0) as "lineCount", t.target_minor::text as "productTarget"
     from (
       select plan_version_id, product_id, target_currency as currency, count(*)::int as lines,
         sum(target_minor) as target, sum(coalesce(stretch_minor, target_minor)) as stretch
       from plan_line_version where tenant_id = $1 and plan_version_id = any($2)
       group by 1, 2, 3
     ) l full join (
       select * from plan_product_target where tenant_id = $1 and plan_version_id = any($2)
     ) t on t.plan_version_id = l.plan_version_id and t.product_id = l.product_id
     order by 2`,
    [tenantId, versionIds],
  );
  return rows.map(({ versionId, productId, currency, lineCount, ...minor }) => {
    const money = (text: string) => Money.of(BigInt(text), currency);
    return {
      versionId,
      productId,
      target: money(minor.target),
      stretch: money(minor.stretch),
      lineCount,
      productTarget: minor.productTarget === null ? null : money(minor.productTarget),
    };
  });
}
