import { type Connection, dueCount, GraphContext, type ListArgs, LocalDateScalar } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { DriverMeasure } from '../driver/driver-measure';
import { RelationshipOverride } from '../override/relationship-override';
import { PortfolioRule } from '../rules/portfolio-rule';
import { PotentialRule } from '../rules/potential-rule';
import { RelationshipChain } from '../rules/relationship-chain';
import { StageRule } from '../rules/stage-rule';
import { AccountAssessment } from './account-assessment';
import { AccountAssessmentList } from './account-assessment.list';
import { DriverContribution, PotentialBasis, ScoreBasis, StageBasis } from './assessed-values';
import { assessmentDue, assessmentOfHistoryDue, gatheredMs } from './due-assessment';
import { latestAssessments } from './latest-assessments';

/** How an account is assessed, and was. */
@Resolver(() => Account)
export class AccountAssessmentsResolver {
  @FieldResolver(() => AccountAssessment, {
    nullable: true,
    description: 'Potential, relationship and class as of a day; null before anything was known of it (客户评估).',
  })
  assessment(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Arg('asOf', () => LocalDateScalar, {
      nullable: true,
      description: "As of which day; default: today in the tenant's time zone (截至日).",
    })
    asOf?: string | null,
  ): Promise<AccountAssessment | null> {
    const { tenantId } = context.caller;
    return context.reads.batched(`assessment ${asOf ?? ''}`, account.id, async (manager, ids) => {
      const latest = await latestAssessments(manager, tenantId, ids, asOf);
      return ids.map((id) => latest.get(id) ?? null);
    });
  }

  @FieldResolver(() => AccountAssessmentList.Connection, {
    nullable: true,
    description: 'How it was assessed over time, each from its day on, the latest first (评估历史).',
  })
  assessments(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => AccountAssessmentList.Args) args: ListArgs,
  ): Promise<Connection<AccountAssessment>> {
    return context.reads.pageBy(AccountAssessmentList, 'accountId', account.id, args);
  }
}

@Resolver()
export class PendingAssessmentsResolver {
  @Authorized()
  @Query(() => Int, {
    nullable: true,
    description:
      'How many accounts are still to be assessed anew, after rules have changed or history came (待评估客户数).',
  })
  pendingAssessmentCount(@Ctx() context: GraphContext): Promise<number> {
    const { tenantId } = context.caller;
    return context.reads.batched('pending assessments', tenantId, async (manager, ids) => {
      const gathered = new Date(context.now().getTime() + gatheredMs);
      const changed = await dueCount(manager, tenantId, assessmentDue, context.now());
      const recorded = await dueCount(manager, tenantId, assessmentOfHistoryDue, gathered);
      return ids.map(() => changed + recorded);
    });
  }
}

@Resolver(() => AccountAssessment)
export class AccountAssessmentResolver {
  @FieldResolver(() => PortfolioRule, {
    nullable: true,
    description: 'By which rule it was classed; null where there is none of its currency (客户分析矩阵规则).',
  })
  portfolioRule(
    @Ctx() context: GraphContext,
    @Root() assessment: AccountAssessment,
  ): Promise<PortfolioRule | null> | null {
    return assessment.portfolioRuleId === null ? null : context.reads.one(PortfolioRule, assessment.portfolioRuleId);
  }
}

@Resolver(() => StageBasis)
export class StageBasisResolver {
  @FieldResolver(() => StageRule, { nullable: true, description: 'By which rule (生命周期规则).' })
  stageRule(@Ctx() context: GraphContext, @Root() basis: StageBasis): Promise<StageRule | null> {
    return context.reads.one(StageRule, basis.ruleId);
  }

  @FieldResolver(() => RelationshipOverride, {
    nullable: true,
    description: 'What won over the computed stage; null where nothing did (人工调整).',
  })
  override(@Ctx() context: GraphContext, @Root() basis: StageBasis): Promise<RelationshipOverride | null> | null {
    return basis.overrideId === null ? null : context.reads.one(RelationshipOverride, basis.overrideId);
  }
}

@Resolver(() => ScoreBasis)
export class ScoreBasisResolver {
  @FieldResolver(() => RelationshipChain, { nullable: true, description: 'By which chain (关系评分规则).' })
  relationshipChain(@Ctx() context: GraphContext, @Root() basis: ScoreBasis): Promise<RelationshipChain | null> {
    return context.reads.one(RelationshipChain, basis.chainId);
  }

  @FieldResolver(() => RelationshipOverride, {
    nullable: true,
    description: 'What won over the computed score; null where nothing did (人工调整).',
  })
  override(@Ctx() context: GraphContext, @Root() basis: ScoreBasis): Promise<RelationshipOverride | null> | null {
    return basis.overrideId === null ? null : context.reads.one(RelationshipOverride, basis.overrideId);
  }
}

@Resolver(() => PotentialBasis)
export class PotentialBasisResolver {
  @FieldResolver(() => PotentialRule, { nullable: true, description: 'By which rule (潜力规则).' })
  potentialRule(@Ctx() context: GraphContext, @Root() basis: PotentialBasis): Promise<PotentialRule | null> {
    return context.reads.one(PotentialRule, basis.ruleId);
  }
}

@Resolver(() => DriverContribution)
export class DriverContributionResolver {
  @FieldResolver(() => DriverMeasure, { nullable: true, description: 'The measure that adds it (驱动量).' })
  measure(@Ctx() context: GraphContext, @Root() contribution: DriverContribution): Promise<DriverMeasure | null> {
    return context.reads.one(DriverMeasure, contribution.measureId);
  }
}
