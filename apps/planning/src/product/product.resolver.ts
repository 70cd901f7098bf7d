import {
  type Connection,
  containing,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListOptions,
  PageArgs,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Product, ProductConnection } from './product';
import { ProductFilter, RegisterProductInput } from './product.inputs';
import { registerProduct } from './register-product';

const RegisterProductResult = createUnionType({
  name: 'RegisterProductResult',
  description: 'The registered product, or why there is none (登记结果).',
  types: () => [Product, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Product)
export class ProductResolver {
  @Authorized()
  @Query(() => Product, { nullable: true, description: 'One product; null when there is none (产品).' })
  product(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Product | null> {
    return context.reads.one(Product, id);
  }

  @Authorized()
  @Query(() => ProductConnection, { nullable: true, description: 'The products, newest first (产品列表).' })
  products(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('filter', () => ProductFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: ProductFilter | null,
  ): Promise<Connection<Product>> {
    return context.reads.page(Product, page, filter ? { filter: narrowed(filter) } : {});
  }

  @Authorized('MANAGER')
  @Mutation(() => RegisterProductResult, {
    description: 'Registers a product that can be planned and sold (登记产品).',
  })
  registerProduct(
    @Ctx() context: GraphContext,
    @Input(() => RegisterProductInput) input: RegisterProductInput,
  ): Promise<typeof RegisterProductResult> {
    return context.command('registerProduct', input, (command) => registerProduct(command, input));
  }
}

function narrowed(filter: ProductFilter): NonNullable<ListOptions<Product>['filter']> {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.nameContains) query.andWhere('e.name ilike :name', { name: containing(filter.nameContains) });
      if (filter.series) query.andWhere('e.series = :series', { series: filter.series });
    },
  };
}
