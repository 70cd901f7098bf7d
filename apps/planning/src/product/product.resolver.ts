import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Product } from './product';
import { ProductFilter, RegisterProductInput } from './product.inputs';
import { ProductList } from './product.list';
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
  @Query(() => ProductList.Connection, { nullable: true, description: 'The products (产品列表).' })
  products(
    @Ctx() context: GraphContext,
    @Args(() => ProductList.Args) args: ListArgs<ProductFilter>,
  ): Promise<Connection<Product>> {
    return context.reads.page(ProductList, args);
  }

  @Authorized('MANAGER')
  @Mutation(() => RegisterProductResult, {
    nullable: true,
    description: 'Registers a product that can be planned and sold (登记产品).',
  })
  registerProduct(
    @Ctx() context: GraphContext,
    @Input(() => RegisterProductInput) input: RegisterProductInput,
  ): Promise<typeof RegisterProductResult> {
    return context.command('registerProduct', input, (command) => registerProduct(command, input));
  }
}
