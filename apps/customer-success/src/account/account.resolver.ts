import { type Connection, GraphContext, PageArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Expansion, ExpansionConnection } from '../expansion/expansion';
import { Referral, ReferralConnection } from '../referral/referral';
import { Renewal, RenewalConnection } from '../renewal/renewal';
import { SuccessPlan, SuccessPlanConnection } from '../success-plan/success-plan';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => SuccessPlanConnection, {
    nullable: true,
    description: 'Its success plans, newest first (客户成功计划).',
  })
  successPlans(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<SuccessPlan>> {
    return context.reads.pageBy(SuccessPlan, 'accountId', account.id, page);
  }

  @FieldResolver(() => RenewalConnection, {
    nullable: true,
    description: 'Its renewals, the next one due first (续单).',
  })
  renewals(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Renewal>> {
    return context.reads.pageBy(Renewal, 'accountId', account.id, page, { sort: { by: 'dueOn', direction: 'ASC' } });
  }

  @FieldResolver(() => ExpansionConnection, { nullable: true, description: 'Its expansions, newest first (增购).' })
  expansions(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Expansion>> {
    return context.reads.pageBy(Expansion, 'accountId', account.id, page);
  }

  @FieldResolver(() => ReferralConnection, {
    nullable: true,
    description: 'Whom it referred to us, newest first (转介绍).',
  })
  referrals(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Referral>> {
    return context.reads.pageBy(Referral, 'accountId', account.id, page);
  }
}
