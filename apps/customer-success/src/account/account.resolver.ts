import { type Connection, GraphContext, type ListArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Expansion } from '../expansion/expansion';
import type { ExpansionFilter } from '../expansion/expansion.inputs';
import { ExpansionList } from '../expansion/expansion.list';
import { Referral } from '../referral/referral';
import type { ReferralFilter } from '../referral/referral.inputs';
import { ReferralList } from '../referral/referral.list';
import { Renewal } from '../renewal/renewal';
import type { RenewalFilter } from '../renewal/renewal.inputs';
import { RenewalList } from '../renewal/renewal.list';
import { SuccessPlan } from '../success-plan/success-plan';
import type { SuccessPlanFilter } from '../success-plan/success-plan.inputs';
import { SuccessPlanList } from '../success-plan/success-plan.list';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => SuccessPlanList.Connection, {
    nullable: true,
    description: 'Its success plans (客户成功计划).',
  })
  successPlans(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => SuccessPlanList.Args) args: ListArgs<SuccessPlanFilter>,
  ): Promise<Connection<SuccessPlan>> {
    return context.reads.pageBy(SuccessPlanList, 'accountId', account.id, args);
  }

  @FieldResolver(() => RenewalList.Connection, {
    nullable: true,
    description: 'Its renewals (续单).',
  })
  renewals(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => RenewalList.Args) args: ListArgs<RenewalFilter>,
  ): Promise<Connection<Renewal>> {
    return context.reads.pageBy(RenewalList, 'accountId', account.id, args);
  }

  @FieldResolver(() => ExpansionList.Connection, {
    nullable: true,
    description: 'Its expansions (增购).',
  })
  expansions(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => ExpansionList.Args) args: ListArgs<ExpansionFilter>,
  ): Promise<Connection<Expansion>> {
    return context.reads.pageBy(ExpansionList, 'accountId', account.id, args);
  }

  @FieldResolver(() => ReferralList.Connection, {
    nullable: true,
    description: 'Whom it referred to us (转介绍).',
  })
  referrals(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => ReferralList.Args) args: ListArgs<ReferralFilter>,
  ): Promise<Connection<Referral>> {
    return context.reads.pageBy(ReferralList, 'accountId', account.id, args);
  }
}
