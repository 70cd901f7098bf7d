import { LocalDateScalar } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { AccountClass } from './account-class';
import { LifecycleStage } from './lifecycle-stages';

/** The days of every rule. */
@InputType()
export abstract class EffectiveFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'In force from this day or later (生效日起).' })
  effectiveFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'In force from this day or earlier (生效日止).' })
  effectiveTo?: string | null;
}

@InputType({ description: 'Narrows a list of rules of potential; all given conditions must hold (筛选).' })
export class PotentialRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of rules of stages; all given conditions must hold (筛选).' })
export class StageRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of relationship chains; all given conditions must hold (筛选).' })
export class RelationshipChainFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of rules of trust; all given conditions must hold (筛选).' })
export class TrustRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of rules of the portfolio matrix; all given conditions must hold (筛选).' })
export class PortfolioRuleFilter extends EffectiveFilter {
  @Field(() => String, {
    nullable: true,
    description: 'For accounts that are assessed in this currency, ISO 4217 (币种).',
  })
  currency?: string | null;
}

@InputType({ description: 'Narrows a list of rules of coverage; all given conditions must hold (筛选).' })
export class CoverageRuleFilter extends EffectiveFilter {
  @Field(() => String, {
    nullable: true,
    description: 'For accounts that are assessed in this currency, ISO 4217 (币种).',
  })
  currency?: string | null;
}

@InputType({ description: 'Narrows a list of strategies by class; all given conditions must hold (筛选).' })
export class ClassStrategyFilter extends EffectiveFilter {
  @Field(() => [AccountClass], { nullable: true, description: 'Of one of these classes (客户类型).' })
  classes?: AccountClass[] | null;
}

@InputType({ description: 'Narrows a list of strategies by stage; all given conditions must hold (筛选).' })
export class StageStrategyFilter extends EffectiveFilter {
  @Field(() => [LifecycleStage], { nullable: true, description: 'Of one of these stages (关系阶段).' })
  stages?: LifecycleStage[] | null;
}

@InputType({ description: 'Narrows a list of rules of attainment; all given conditions must hold (筛选).' })
export class AttainmentRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of rules of the incentive; all given conditions must hold (筛选).' })
export class IncentiveRuleFilter extends EffectiveFilter {}
