import { type Connection, GraphContext, type ListArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Lead } from '../lead/lead';
import type { LeadFilter } from '../lead/lead.inputs';
import { LeadList } from '../lead/lead.list';
import { Pursuit } from '../pursuit/pursuit';
import type { PursuitFilter } from '../pursuit/pursuit.inputs';
import { PursuitList } from '../pursuit/pursuit.list';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => PursuitList.Connection, {
    nullable: true,
    description: 'Its pursuits (跟踪任务).',
  })
  pursuits(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => PursuitList.Args) args: ListArgs<PursuitFilter>,
  ): Promise<Connection<Pursuit>> {
    return context.reads.pageBy(PursuitList, 'accountId', account.id, args);
  }

  @FieldResolver(() => LeadList.Connection, { nullable: true, description: 'Its leads (线索).' })
  leads(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => LeadList.Args) args: ListArgs<LeadFilter>,
  ): Promise<Connection<Lead>> {
    return context.reads.pageBy(LeadList, 'accountId', account.id, args);
  }
}
