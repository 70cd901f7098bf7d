import { AtMost, CommandInput, LocalDateScalar, MoneyInput, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DecisionRole } from '../contact/contact';
import { AccountClass } from './account-class';
import { LifecycleStage } from './lifecycle-stages';

/** From when on, and why: of every rule. */
@InputType()
abstract class AdoptInput extends CommandInput {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "In force from this day on, from 2000-01-01 to ten years ahead; default: today in the tenant's time zone (生效日).",
  })
  effectiveOn?: string | null;

  @TextField('Why it is so from then on (原因).', { max: 500, optional: true })
  reason?: string | null;
}

/** The same of a rule that holds for no day that has gone by. */
@InputType()
export abstract class AdoptFromTodayInput extends CommandInput {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "In force from this day on, from today to ten years ahead; default: today in the tenant's time zone (生效日).",
  })
  effectiveOn?: string | null;

  @TextField('Why it is so from then on (原因).', { max: 500, optional: true })
  reason?: string | null;
}

@InputType({ description: 'Says how potential is worked out, from a day on (调整潜力规则).' })
export class AdoptPotentialRuleInput extends AdoptInput {
  @WholeField('Over how many months potential and own sales go (时间跨度).', { min: 1, max: 60, default: 12 })
  horizonMonths!: number;

  @WholeField('Which share of a potential can be won, where an account has no word of its own (默认可获取比例).', {
    min: 0,
    max: 10_000,
  })
  attainableBasisPoints!: number;

  @WholeField('Factor of the stage EXPLORATION; 10000 is 1 (考察期系数).', { min: 0, max: 50_000, default: 10_000 })
  explorationBasisPoints!: number;

  @WholeField('Factor of the stage BUILD_UP; 10000 is 1 (形成期系数).', { min: 0, max: 50_000, default: 10_000 })
  buildUpBasisPoints!: number;

  @WholeField('Factor of the stage MATURITY; 10000 is 1 (稳定期系数).', { min: 0, max: 50_000, default: 10_000 })
  maturityBasisPoints!: number;

  @WholeField('Factor of the stage DECLINE; 10000 is 1 (退化期系数).', { min: 0, max: 50_000, default: 10_000 })
  declineBasisPoints!: number;
}

@InputType({ description: 'Says when a relationship is in which stage, from a day on (调整生命周期规则).' })
export class AdoptStageRuleInput extends AdoptInput {
  @WholeField('Over how many months customers who buy again and again are judged (持续购买考察期).', {
    min: 1,
    max: 120,
    default: 12,
  })
  recurringMonths!: number;

  @WholeField('Over how many months customers who buy for projects are judged (偶发购买考察期).', {
    min: 1,
    max: 120,
    default: 36,
  })
  projectMonths!: number;

  @WholeField('Growth from which a relationship builds up; 1000 is +10 % (增长阈值).', {
    min: 0,
    max: 100_000,
    default: 1_000,
  })
  growthBasisPoints!: number;

  @WholeField('Loss from which it declines, at two quarter ends in a row; 1000 is -10 % (下降阈值).', {
    min: 1,
    max: 10_000,
    default: 1_000,
  })
  lossBasisPoints!: number;

  @WholeField('Orders from which it may be mature (成熟订单数).', { min: 1, max: 1_000, default: 3 })
  matureOrderCount!: number;

  @WholeField('Risk below which a drift that was high is over, so that DECLINE ends; 4500 is .45 (漂移解除阈值).', {
    min: 0,
    max: 6_000,
    default: 4_500,
  })
  driftBasisPoints!: number;
}

@InputType({ description: 'What a role of the decision chain counts for (角色权重).' })
export class RelationshipChainRoleInput {
  @Field(() => DecisionRole, { description: 'The role, once in a chain (角色).' })
  role!: DecisionRole;

  @WholeField('Its share of the score; all roles sum to 10000 (权重).', { min: 1, max: 10_000 })
  basisPoints!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it can stop a purchase alone, so that the least support of its holders counts (否决权).',
  })
  veto!: boolean;
}

@InputType({ description: 'Says which roles make the relationship score, from a day on (调整关系评分规则).' })
export class AdoptRelationshipChainInput extends AdoptInput {
  @Field(() => [RelationshipChainRoleInput], { description: 'The roles, 1–8, each once (角色清单).' })
  @AtMost(8, 'name each role once', { min: 1 })
  roles!: RelationshipChainRoleInput[];
}

@InputType({ description: 'Says how what came of contacts moves trust, from a day on (调整信任规则).' })
export class AdoptTrustRuleInput extends AdoptInput {
  @WholeField('Where trust begins (起点).', { min: 0, max: 100, default: 20 })
  floor!: number;

  @WholeField('What a promise that was kept adds (履约加分).', { min: 0, max: 100, default: 10 })
  keptPromise!: number;

  @WholeField('What a good contact adds (良好接触加分).', { min: 0, max: 100, default: 5 })
  goodContact!: number;

  @WholeField('What a promise that was broken takes away (失约减分).', { min: 0, max: 100, default: 20 })
  brokenPromise!: number;
}

@InputType({ description: 'One of the four cells of the customer portfolio matrix (矩阵单元).' })
export class PortfolioCellInput {
  @Field(() => Boolean, { description: 'Whether the attainable potential is at the threshold or above (潜力高低).' })
  highPotential!: boolean;

  @Field(() => Boolean, { description: 'Whether the relationship score is at the threshold or above (关系高低).' })
  highRelationship!: boolean;

  @Field(() => AccountClass, { description: 'The class of accounts that lie there (客户类型).' })
  class!: AccountClass;
}

@InputType({ description: 'Says how accounts of a currency are classed, from a day on (调整客户分析矩阵规则).' })
export class AdoptPortfolioRuleInput extends AdoptInput {
  @Field(() => MoneyInput, {
    description:
      'Attainable potential from which on it is high, not negative; for accounts that are assessed in its currency (潜力阈值).',
  })
  potentialThreshold!: MoneyInput;

  @WholeField('Relationship score from which on it is high (关系阈值).', { min: 0, max: 100, default: 60 })
  scoreThreshold!: number;

  @Field(() => [PortfolioCellInput], {
    description: 'The cells and their classes, each of the four once, at most 4 (矩阵单元).',
  })
  @AtMost(4, 'give each of the four cells its class once', { min: 4 })
  cells!: PortfolioCellInput[];
}

@InputType({
  description: 'Says what coverage of accounts of a currency brings and costs, from a day on (调整投入回报规则).',
})
export class AdoptCoverageRuleInput extends AdoptInput {
  @WholeField('Which share of sales is left as margin; 3000 is 30 % (毛利率).', { min: 0, max: 10_000 })
  marginBasisPoints!: number;

  @Field(() => MoneyInput, {
    description:
      'What an hour of work on an account costs, with everything, not negative; for accounts that are assessed in its currency (每小时成本).',
  })
  hourCost!: MoneyInput;
}

@InputType({ description: 'Says how accounts of a class are covered, from a day on (调整客户跟踪策略).' })
export class AdoptClassStrategyInput extends AdoptInput {
  @Field(() => AccountClass, { description: 'Of which class (客户类型).' })
  class!: AccountClass;

  @TextField('What is to be reached with such accounts (目的).', { max: 2_000 })
  purpose!: string;

  @WholeField('At most so many days between two contacts (联系周期).', { min: 1, max: 366 })
  cadenceDays!: number;

  @WholeField('Hours of work on such an account in a month (每月投入).', { min: 0, max: 744 })
  effortHours!: number;

  @TextField('What is done, with which plays (战术与打法).', { max: 4_000 })
  tactics!: string;

  @Field(() => [UUID], { defaultValue: [], description: 'With which plays of the catalogue, at most 10 (打法).' })
  @AtMost(10, 'name those that matter most')
  playIds!: string[];
}

@InputType({ description: 'Says what is done about a relationship in a stage, from a day on (调整阶段策略).' })
export class AdoptStageStrategyInput extends AdoptInput {
  @Field(() => LifecycleStage, { description: 'Of which stage (关系阶段).' })
  stage!: LifecycleStage;

  @TextField('What is to be reached in this stage (目的).', { max: 2_000 })
  purpose!: string;

  @TextField('What is done, with which plays (战术与打法).', { max: 4_000 })
  tactics!: string;
}

@InputType({ description: 'Says what bookings and cash count for in attainment, from a day on (调整达成考核规则).' })
export class AdoptAttainmentRuleInput extends AdoptFromTodayInput {
  @WholeField('Weight of what was signed (签约权重).', { min: 0, max: 10_000 })
  bookingsBasisPoints!: number;

  @WholeField('Weight of what was paid; both must sum to 10000 (回款权重).', { min: 0, max: 10_000 })
  cashBasisPoints!: number;
}

@InputType({ description: 'From which attainment on which share of what was attained is paid (激励档位).' })
export class IncentiveTierInput {
  @WholeField('It begins at this share of the original target, of the first tier 0 (起始达成率).', {
    min: 0,
    max: 100_000,
  })
  fromBasisPoints!: number;

  @WholeField('What is paid of the part attained between here and the next tier; 100 is 1 % (提成比例).', {
    min: 0,
    max: 10_000,
  })
  payoutBasisPoints!: number;
}

@InputType({ description: 'Says what reps are paid for what they attained, from a day on (调整激励规则).' })
export class AdoptIncentiveRuleInput extends AdoptFromTodayInput {
  @WholeField('Below this attainment nothing is paid; 10000 is the whole original target (起付线).', {
    min: 0,
    max: 100_000,
    default: 0,
  })
  floorBasisPoints!: number;

  @WholeField(
    'What is attained beyond this share of the original target is not paid, not below the floor; left out: no limit (封顶线).',
    { min: 1, max: 100_000, optional: true },
  )
  capBasisPoints?: number | null;

  @Field(() => [IncentiveTierInput], {
    description:
      'The tiers, 1–20, the first from 0, each from above the one before; above 10000 they accelerate (激励档位).',
  })
  @AtMost(20, 'the first begins at 0', { min: 1 })
  tiers!: IncentiveTierInput[];
}
