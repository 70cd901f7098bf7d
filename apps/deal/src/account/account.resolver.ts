import { type Connection, GraphContext, type ListArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Contract } from '../contract/contract';
import type { ContractFilter } from '../contract/contract.inputs';
import { ContractList } from '../contract/contract.list';
import type { Deal } from '../deal/deal';
import type { DealFilter } from '../deal/deal.inputs';
import { DealList } from '../deal/deal.list';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => DealList.Connection, { nullable: true, description: 'Its deals that you may see (商机).' })
  deals(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => DealList.Args) args: ListArgs<DealFilter>,
  ): Promise<Connection<Deal>> {
    return context.reads.pageBy(DealList, 'accountId', account.id, args);
  }

  @FieldResolver(() => ContractList.Connection, {
    nullable: true,
    description: 'Its signed contracts that you may see (合同).',
  })
  contracts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => ContractList.Args) args: ListArgs<ContractFilter>,
  ): Promise<Connection<Contract>> {
    return context.reads.pageBy(ContractList, 'accountId', account.id, args);
  }
}
