import { type Connection, GraphContext, PageArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Contract, ContractConnection } from '../contract/contract';
import { Deal, DealConnection } from '../deal/deal';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => DealConnection, { nullable: true, description: 'Its deals, newest first (商机).' })
  deals(@Ctx() context: GraphContext, @Root() account: Account, @Args() page: PageArgs): Promise<Connection<Deal>> {
    return context.reads.pageBy(Deal, 'accountId', account.id, page);
  }

  @FieldResolver(() => ContractConnection, {
    nullable: true,
    description: 'Its signed contracts, newest first (合同).',
  })
  contracts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Contract>> {
    return context.reads.pageBy(Contract, 'accountId', account.id, page);
  }
}
