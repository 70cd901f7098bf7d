import { Money } from '@fivepoint/kernel';
import { GraphContext, MoneyValue } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Plan } from '../plan/plan';
import { Rep } from '../rep/rep';
import { leads } from '../team/led';
import { RepTarget } from './rep-target';
import { repTargetsOf } from './rep-targets';
import { areTargetsTold } from './told-sums';

@Resolver(() => Plan)
export class PlanRepTargetsResolver {
  @FieldResolver(() => [RepTarget], {
    nullable: true,
    description:
      'The targets of its reps as they were promised, as the version that counts says, and as rebalanced; in a last row all whom you may not see together (个人目标).',
  })
  async repTargets(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<RepTarget[]> {
    const { caller } = context;
    const all = await context.reads.batched('rep targets', plan.id, async (manager, planIds) => {
      const found = await repTargetsOf(manager, caller.tenantId, planIds);
      return planIds.map((id) => found.filter(({ planId }) => planId === id));
    });
    const seen = all.filter(({ repId, team }) => repId === caller.repId || leads(caller, team));
    const hidden = all.filter((rep) => !seen.includes(rep));
    const told = await areTargetsTold(context, plan.id);
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, plan.currency));
    const row = (repId: string | null, of: typeof all): RepTarget => {
      const sum = (amounts: readonly bigint[]) => money(amounts.reduce((total, amount) => total + amount, 0n));
      return Object.assign(new RepTarget(), {
        repId,
        repCount: of.length,
        original: of.some(({ original }) => original === null) ? null : sum(of.map(({ original }) => original ?? 0n)),
        planned: sum(of.map(({ planned }) => planned)),
        rebalanced: repId === null && !told ? null : sum(of.map(({ rebalanced }) => rebalanced)),
        increased: repId === null && !told ? null : sum(of.map(({ increased }) => increased)),
      });
    };
    return [...seen.map((rep) => row(rep.repId, [rep])), ...(hidden.length > 0 ? [row(null, hidden)] : [])];
  }
}

@Resolver(() => RepTarget)
export class RepTargetResolver {
  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'The rep; null in the row of all whom you may not see (销售代表).',
  })
  rep(@Ctx() context: GraphContext, @Root() { repId }: RepTarget): Promise<Rep | null> | null {
    return repId === null ? null : context.reads.one(Rep, repId);
  }
}
