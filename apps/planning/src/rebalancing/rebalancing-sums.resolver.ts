import { Money } from '@fivepoint/kernel';
import { Decimal, GraphContext, MoneyValue } from '@fivepoint/service';
import { In } from 'typeorm';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { GuaranteeCheck, guaranteesOf } from './guarantees';
import { HiddenTargets } from './hidden-targets';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { isTold } from './told-sums';

/** What a rebalancing comes to over all its reps: from few of them it could be worked out what a rep can deliver, which is not for everybody. */
@Resolver(() => Rebalancing)
export class RebalancingSumsResolver {
  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description:
      'The risk reserve that was left before it; null where it would show what single reps can deliver (可用风险准备).',
  })
  reserve(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'reserve');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description:
      'What the donors lack in all, and is taken off their targets; null where it would show what single reps can deliver (缺口合计).',
  })
  pool(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'pool');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What of it the reserve takes, first; null where pool is (使用准备).',
  })
  reserveUsed(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'reserveUsed');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description:
      'Sum of the original targets of all receivers, to which the rate applies; null where pool is (承接人原目标合计).',
  })
  receiversOriginal(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'receiversOriginal');
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The one rate for all receivers, of their original targets: the cap, or (pool − reserveUsed) ÷ receiversOriginal where that is less; four decimals, null where nobody receives or pool is (统一比率).',
  })
  rate(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<string | null> {
    return toldOf(context, rebalancing, 'rate');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'Sum of the targets before it; null where pool is (调节前目标合计).',
  })
  targetBefore(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'targetBefore');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description:
      'Sum of the targets after it; with gap and reserveUsed it is the sum before, exactly; null where pool is (调节后目标合计).',
  })
  targetAfter(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'targetAfter');
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What nobody is loaded with, because of cap or head-room; null where pool is (未分配缺口).',
  })
  unallocatedGap(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<MoneyValue | null> {
    return toldOf(context, rebalancing, 'unallocatedGap');
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      "Jain's index over actual ÷ target before it, 1 = all alike, four decimals; null where nobody booked anything, or pool is (调节前公平指数).",
  })
  fairnessBefore(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<string | null> {
    return toldOf(context, rebalancing, 'fairnessBefore');
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'The same over the targets after it (调节后公平指数).',
  })
  fairnessAfter(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<string | null> {
    return toldOf(context, rebalancing, 'fairnessAfter');
  }

  @FieldResolver(() => HiddenTargets, {
    nullable: true,
    description:
      'All the other reps in one row; with those that you see they sum to the totals; null without any (不可见调节).',
  })
  async hidden(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<HiddenTargets | null> {
    const { currency } = rebalancing.pool;
    const all = await allTargets(context, rebalancing.id);
    const seen = new Set(
      (await context.reads.many(RebalancedTarget, 'rebalancingId', rebalancing.id)).map(({ id }) => id),
    );
    const hidden = all.filter(({ id }) => !seen.has(id));
    const told = await isTold(context, rebalancing);
    const total = (of: 'original' | 'before' | 'after') =>
      MoneyValue.of(
        Money.sum(
          hidden.map((target) => target[of].money),
          currency,
        ),
      );
    return hidden.length === 0
      ? null
      : Object.assign(new HiddenTargets(), {
          repCount: hidden.length,
          original: total('original'),
          before: told ? total('before') : null,
          after: told ? total('after') : null,
        });
  }

  @FieldResolver(() => [GuaranteeCheck], {
    nullable: true,
    description: 'Whether it keeps what fair rebalancing promises, over all its reps (公平保证核验).',
  })
  async guarantees(@Ctx() context: GraphContext, @Root() rebalancing: Rebalancing): Promise<GuaranteeCheck[]> {
    return guaranteesOf(rebalancing, await allTargets(context, rebalancing.id));
  }
}

/** One of its sums, where the caller is told them. */
async function toldOf<K extends keyof Rebalancing>(
  context: GraphContext,
  rebalancing: Rebalancing,
  sum: K,
): Promise<Rebalancing[K] | null> {
  return (await isTold(context, rebalancing)) ? rebalancing[sum] : null;
}

/** Every rep of a rebalancing, whoever may see it: for sums and proofs. */
function allTargets(context: GraphContext, rebalancingId: string): Promise<RebalancedTarget[]> {
  const { tenantId } = context.caller;
  return context.reads.batched('all rebalanced targets', rebalancingId, async (manager, ids) => {
    const found = await manager.findBy(RebalancedTarget, { tenantId, rebalancingId: In([...ids]) });
    return ids.map((id) => found.filter((target) => target.rebalancingId === id));
  });
}
