import { daysBetween, isGap, type LocalDate } from '@fivepoint/kernel';
import { type Connection, GraphContext, type ListArgs, seesAllIn, UUID } from '@fivepoint/service';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { countStepGaps } from './count-step-gaps';
import { StepGap } from './step-gap';
import { StepGapFilter } from './step-gap.inputs';
import { asOfToday, gapsAsOfToday, StepGapList } from './step-gap.list';
import { AccountGaps, OwnerGaps, StepGapTotals } from './step-gap-totals';

@ArgsType()
class StepGapTotalsArgs {
  @Field(() => StepGapFilter, { nullable: true, description: 'Narrows what is counted (筛选).' })
  filter?: StepGapFilter | null;
}

@Resolver(() => StepGap)
export class StepGapResolver {
  @Authorized()
  @Query(() => StepGap, {
    nullable: true,
    description: 'One gap by the id of its step; null when it is none today, or none that you may see (疏漏).',
  })
  async stepGap(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<StepGap | null> {
    const step = await context.reads.one(StepGap, id);
    return step && isGap({ ...step, dueOn: step.dueOn as LocalDate }, await context.today()) ? step : null;
  }

  @Authorized()
  @Query(() => StepGapList.Connection, {
    nullable: true,
    description:
      "The steps of all five services that are required, not done and past their due day, the latest first: today in the tenant's time zone, as far as you may see them (疏漏清单).",
  })
  async stepGaps(
    @Ctx() context: GraphContext,
    @Args(() => StepGapList.Args) args: ListArgs<StepGapFilter>,
  ): Promise<Connection<StepGap>> {
    return context.reads.page(StepGapList, await asOfToday(context, args));
  }

  @Authorized()
  @Query(() => StepGapTotals, {
    nullable: true,
    description: 'How many gaps there are today, by point, owner and account (疏漏汇总).',
  })
  async stepGapTotals(
    @Ctx() context: GraphContext,
    @Args(() => StepGapTotalsArgs) { filter }: StepGapTotalsArgs,
  ): Promise<StepGapTotals> {
    const asked = await gapsAsOfToday(context, filter);
    const viewer = { identity: context.caller, seesAll: seesAllIn.planning };
    return context.reads.batched('gap totals', JSON.stringify(asked), async (manager, keys) => {
      const totals: StepGapTotals[] = [];
      // One after the other: they share one connection.
      for (const key of keys) totals.push(await countStepGaps(manager, viewer, JSON.parse(key) as StepGapFilter));
      return totals;
    });
  }

  @FieldResolver(() => Int, { description: 'Whole days since its due day (逾期天数).' })
  async lateDays(@Ctx() context: GraphContext, @Root() gap: StepGap): Promise<number> {
    return daysBetween(gap.dueOn as LocalDate, await context.today());
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account; null while there is none, or when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() gap: StepGap): Promise<Account | null> | null {
    return gap.accountId === null ? null : context.reads.one(Account, gap.accountId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() gap: StepGap): Promise<Rep | null> {
    return context.reads.one(Rep, gap.ownerId);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The plan line it is done for; null where it is none, or none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() gap: StepGap): Promise<PlanLine | null> | null {
    return gap.planLineId === null ? null : context.reads.one(PlanLine, gap.planLineId);
  }
}

@Resolver(() => OwnerGaps)
export class OwnerGapsResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'The rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: OwnerGaps): Promise<Rep | null> {
    return context.reads.one(Rep, ownerId);
  }
}

@Resolver(() => AccountGaps)
export class AccountGapsResolver {
  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() { accountId }: AccountGaps): Promise<Account | null> {
    return context.reads.one(Account, accountId);
  }
}

/** What is late and not done for an account, in all five services. */
@Resolver(() => Account)
export class AccountGapResolver {
  @FieldResolver(() => StepGapList.Connection, {
    nullable: true,
    description: 'The steps for it in all five services that are late and not done, as far as you may see them (疏漏).',
  })
  async gaps(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => StepGapList.Args) args: ListArgs<StepGapFilter>,
  ): Promise<Connection<StepGap>> {
    return context.reads.pageBy(StepGapList, 'accountId', account.id, await asOfToday(context, args));
  }
}
