import { type Connection, GraphContext, PageArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Lead, LeadConnection } from '../lead/lead';
import { Pursuit, PursuitConnection } from '../pursuit/pursuit';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => PursuitConnection, { nullable: true, description: 'Its pursuits, newest first (跟踪任务).' })
  pursuits(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Pursuit>> {
    return context.reads.pageBy(Pursuit, 'accountId', account.id, page);
  }

  @FieldResolver(() => LeadConnection, { nullable: true, description: 'Its leads, newest first (线索).' })
  leads(@Ctx() context: GraphContext, @Root() account: Account, @Args() page: PageArgs): Promise<Connection<Lead>> {
    return context.reads.pageBy(Lead, 'accountId', account.id, page);
  }
}
