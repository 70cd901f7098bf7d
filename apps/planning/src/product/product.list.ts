import { contains, is, listOf } from '@fivepoint/service';
import { Product } from './product';
import { ProductFilter } from './product.inputs';

export const ProductList = listOf(Product, 'products', {
  filter: ProductFilter,
  where: {
    nameContains: contains('name'),
    series: is('series'),
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the product, in the order of a Chinese dictionary (名称).' },
  },
});
