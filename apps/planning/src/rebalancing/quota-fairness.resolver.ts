import { GraphContext } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Plan } from '../plan/plan';
import { PlanVersion } from '../plan-version/plan-version';
import { Rep } from '../rep/rep';
import { leads } from '../team/led';
import { QuotaFairness, RepAttainment } from './quota-fairness';
import { quotaStandings } from './quota-standings';

/** How fair the targets of a plan are, also before anybody rebalances them (capability P32): of what counts, and of a draft beside it. */
@Resolver(() => PlanVersion)
export class QuotaFairnessResolver {
  @FieldResolver(() => QuotaFairness, {
    nullable: true,
    description:
      'How alike its reps stand to their targets today, by what it says: of a draft, how they would if it counted (目标公平性).',
  })
  async quotaFairness(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<QuotaFairness | null> {
    const { caller } = context;
    const plan = await context.reads.one(Plan, version.planId);
    if (plan === null) return null;
    const today = await context.today();
    const standings = await context.reads.batched('quota standings', version.id, async (manager, versionIds) => {
      const found = await quotaStandings(manager, caller.tenantId, versionIds, today);
      return versionIds.map((id) => found.filter(({ versionId }) => versionId === id));
    });
    return QuotaFairness.of(
      standings,
      ({ repId, team }) => repId === caller.repId || leads(caller, team),
      today,
      plan.currency,
    );
  }
}

@Resolver(() => RepAttainment)
export class RepAttainmentResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'Who it is (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: RepAttainment): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }
}
