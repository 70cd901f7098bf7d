import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { Product } from '../product/product';
import type { ProductTotal } from './plan-totals';

/** What is missing where the lines of a product do not add up to the target that was set for it (P21), product by product. */
export async function missingToProductTargets(
  { manager, tenantId }: Command,
  totals: readonly ProductTotal[],
): Promise<string[]> {
  const wrong = totals.filter(({ target, productTarget }) => productTarget !== null && !target.equals(productTarget));
  if (wrong.length === 0) return [];
  const products = await manager.findBy(Product, { tenantId, id: In(wrong.map(({ productId }) => productId)) });
  const names = new Map(products.map(({ id, name }) => [id, name]));
  return wrong.map((total) => differenceOf(names.get(total.productId) ?? total.productId, total)).sort();
}

/** What the lines of a product lack to its target, in words; pure. */
export function differenceOf(
  name: string,
  { target, productTarget }: Pick<ProductTotal, 'target' | 'productTarget'>,
): string {
  const wanted = productTarget ?? target;
  const difference = target.minus(wanted);
  const apart = difference.isNegative() ? `${difference.negate().amount} short` : `${difference.amount} over`;
  return `lines for ${name} that add up to its target of ${wanted.amount}; they add up to ${target.amount}, ${apart}`;
}
