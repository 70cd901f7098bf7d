import { GraphContext, WholeField } from '@fivepoint/service';
import { Arg, Args, ArgsType, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { cycleOf, type WonAndLost, wonAndLost, wonByAccount } from './closed-deals';
import {
  AccountShare,
  ClosedDeals,
  OwnerWinRate,
  ProductWinRate,
  SalesCycle,
  WinRate,
  WonConcentration,
} from './closed-deals.types';
import { ClosedDealFilter } from './pipeline.inputs';
import { readOnce } from './read-once';

@ArgsType()
class TopArgs {
  @WholeField('How many accounts are named (客户数).', { min: 0, max: 50, default: 5 })
  top!: number;
}

/** What came of the deals that have ended (capability A02, as far as deals go): only of those that the caller sees. */
@Resolver(() => ClosedDeals)
export class ClosedDealsResolver {
  @Authorized()
  @Query(() => ClosedDeals, {
    nullable: true,
    description:
      'What came of the deals that have ended and that you may see: win rates, cycle, concentration; recorded history counts, leads that were given up do not (已结束商机分析).',
  })
  closedDeals(
    @Arg('filter', () => ClosedDealFilter, { nullable: true, description: 'Narrows the deals (筛选).' })
    filter?: ClosedDealFilter | null,
  ): ClosedDeals {
    return Object.assign(new ClosedDeals(), { filter: filter ?? {} });
  }

  @FieldResolver(() => WinRate, { nullable: true, description: 'All of them together (总赢单率).' })
  async winRate(@Ctx() context: GraphContext, @Root() deals: ClosedDeals): Promise<WinRate> {
    const [all] = await grouped(context, deals, null);
    return WinRate.of(all ?? { wonCount: 0, lostCount: 0, won: [] });
  }

  @FieldResolver(() => [ProductWinRate], { nullable: true, description: 'By product (按产品赢单率).' })
  async byProduct(@Ctx() context: GraphContext, @Root() deals: ClosedDeals): Promise<ProductWinRate[]> {
    const groups = await grouped(context, deals, 'product_id');
    return groups.map((one) =>
      Object.assign(new ProductWinRate(), { productId: one.groupId, winRate: WinRate.of(one) }),
    );
  }

  @FieldResolver(() => [OwnerWinRate], { nullable: true, description: 'By the rep accountable (按责任人赢单率).' })
  async byOwner(@Ctx() context: GraphContext, @Root() deals: ClosedDeals): Promise<OwnerWinRate[]> {
    const groups = await grouped(context, deals, 'owner_id');
    return groups.map((one) => Object.assign(new OwnerWinRate(), { ownerId: one.groupId, winRate: WinRate.of(one) }));
  }

  @FieldResolver(() => SalesCycle, { nullable: true, description: 'How long they took (成交周期).' })
  async cycle(@Ctx() context: GraphContext, @Root() { filter }: ClosedDeals): Promise<SalesCycle> {
    const cycle = await readOnce(context, ['cycle', filter], (manager) => cycleOf(manager, context.caller, filter));
    return Object.assign(new SalesCycle(), cycle);
  }

  @FieldResolver(() => [WonConcentration], {
    nullable: true,
    description: 'How much of what was won hangs on few accounts; one for each currency (客户集中度).',
  })
  async concentration(
    @Ctx() context: GraphContext,
    @Root() { filter }: ClosedDeals,
    @Args() { top }: TopArgs,
  ): Promise<WonConcentration[]> {
    const won = await readOnce(context, ['won by account', filter], (manager) =>
      wonByAccount(manager, context.caller, filter),
    );
    return won.map((one) => WonConcentration.of(one, top));
  }
}

const grouped = (
  context: GraphContext,
  { filter }: ClosedDeals,
  group: 'product_id' | 'owner_id' | null,
): Promise<WonAndLost[]> =>
  readOnce(context, ['won and lost', filter, group], (manager) => wonAndLost(manager, context.caller, filter, group));

@Resolver(() => ProductWinRate)
export class ProductWinRateResolver {
  @FieldResolver(() => Product, { nullable: true, description: 'The product; null where nobody knows it (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: ProductWinRate): Promise<Product | null> | null {
    return productId === null ? null : context.reads.one(Product, productId);
  }
}

@Resolver(() => OwnerWinRate)
export class OwnerWinRateResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'The accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: OwnerWinRate): Promise<Rep | null> | null {
    return ownerId === null ? null : context.reads.one(Rep, ownerId);
  }
}

@Resolver(() => AccountShare)
export class AccountShareResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() { accountId }: AccountShare): Promise<Account | null> {
    return context.reads.one(Account, accountId);
  }
}
