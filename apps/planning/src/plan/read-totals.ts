import { Money } from '@fivepoint/kernel';
import { GraphContext, MoneyValue } from '@fivepoint/service';
import { type ProductTotal, productTotals } from './plan-totals';
import { ProductTarget } from './product-target';

/** What the lines of a version of a plan add up to by product; all versions of an operation in one statement. */
function totalsOf(context: GraphContext, versionId: string): Promise<ProductTotal[]> {
  const { tenantId } = context.caller;
  return context.reads.batched('plan totals', versionId, async (manager, versionIds) => {
    const totals = await productTotals(manager, tenantId, versionIds);
    return versionIds.map((id) => totals.filter((total) => total.versionId === id));
  });
}

export async function totalTargetOf(context: GraphContext, versionId: string, currency: string): Promise<Money> {
  const products = await totalsOf(context, versionId);
  return Money.sum(
    products.map(({ target }) => target),
    currency,
  );
}

export async function productTargetsOf(context: GraphContext, versionId: string): Promise<ProductTarget[]> {
  const products = await totalsOf(context, versionId);
  return products.map(({ productId, target, lineCount, productTarget }) =>
    Object.assign(new ProductTarget(), {
      productId,
      target: MoneyValue.of(target),
      lineCount,
      productTarget: productTarget && MoneyValue.of(productTarget),
      difference: productTarget && MoneyValue.of(target.minus(productTarget)),
    }),
  );
}
