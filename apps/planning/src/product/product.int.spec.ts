import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, makeProduct, run } from '../spec/house';

interface Page {
  totalCount: number;
  nodes: Result[];
}

describe('products', () => {
  const at = house();

  it('are registered with or without a list price', async () => {
    const externalId = uuidv7();
    const listPrice = { amount: '550.5', currency: 'USD' };
    const product = await run(at.admin, 'registerProduct', { name: 'GTX Basic', series: 'GTX', listPrice, externalId });
    expect(product).toMatchObject({ series: 'GTX', listPrice: { amount: '550.50', currency: 'USD' }, externalId });
    expect(await run(at.admin, 'registerProduct', { name: '无价' })).toMatchObject({ listPrice: null });
    const [event] = (await at.service.published('fivepoint.planning.product-registered.v1')).filter(
      ({ subject }) => subject === product.id,
    );
    expect(event?.data).toEqual({ productId: product.id, name: 'GTX Basic', externalId });
    const again = { name: 'GTX Basic', externalId, listPrice: { amount: '-1', currency: 'USD' } };
    expect(await run(at.admin, 'registerProduct', again)).toMatchObject({
      problems: [{ path: 'listPrice' }, { path: 'externalId' }],
    });
  });

  it('are found by a part of their name, taken literally', async () => {
    const series = uuidv7();
    const id = await makeProduct(at.admin, { name: '100%_铜', series });
    await makeProduct(at.admin, { name: '100 铜', series });
    const { products } = await at.admin.query<{ products: Page }>(
      'query ($filter: ProductFilter) { products(filter: $filter) { totalCount nodes { id } } }',
      { filter: { nameContains: '%_', series } },
    );
    expect(products).toEqual({ totalCount: 1, nodes: [{ id }] });
  });

  it('are found by their series as it was given, though it is kept otherwise', async () => {
    const series = `Se\u0301rie ${uuidv7()}\u200b`;
    const id = await makeProduct(at.admin, { name: 'GTX', series });
    const { products } = await at.admin.query<{ products: Page }>(
      'query ($filter: ProductFilter) { products(filter: $filter) { totalCount nodes { id } } }',
      { filter: { series } },
    );
    expect(products).toEqual({ totalCount: 1, nodes: [{ id }] });
  });
});
