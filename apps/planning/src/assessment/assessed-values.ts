import { graphEnum, MoneyValue, Decimal, LocalDateScalar } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { ContactAccess, DecisionRole } from '../contact/contact';
import { PurchasePattern } from '../account/purchase-pattern';
import { LifecycleStage } from '../rules/lifecycle-stages';

export const StageReason = graphEnum('StageReason', 'Why a relationship is in its computed stage (阶段依据).', {
  NO_ORDER: 'Nothing was ever ordered (从未下单).',
  DRIFT: 'It drifts away (机会漂移).',
  QUIET: 'Nothing was ordered for as long as such customers are judged over (长期无订单).',
  SHRINKING: 'Less was sold at two quarter ends in a row (连续下滑).',
  GROWING: 'More was sold, or nothing before that could be compared (增长).',
  STEADY: 'There are enough orders, and neither growth nor loss (平稳).',
  UNCHANGED: 'Nothing speaks for another stage (维持原阶段).',
});
export type StageReason = keyof typeof StageReason;

export const PurchasePatternSource = graphEnum(
  'PurchasePatternSource',
  'Who says how a customer buys (购买类型来源).',
  {
    OWN: "The account's own word (客户档案).",
    LEAD: 'The last lead of the account that was classified (最近分类的线索).',
    DEFAULT: 'Nobody yet, so that it counts as one who buys again and again (默认).',
  },
);
export type PurchasePatternSource = keyof typeof PurchasePatternSource;

/** How the stage came about. */
@ObjectType({ description: 'What the stage of an account was worked out from (阶段计算依据).' })
export class StageBasis {
  ruleId!: string;
  overrideId!: string | null;

  @Field(() => LifecycleStage, { description: 'The computed stage, also while an override wins (计算阶段).' })
  stage!: LifecycleStage;

  @Field(() => StageReason, { description: 'Why it is the computed one (依据).' })
  reason!: StageReason;

  @Field(() => PurchasePattern, { description: 'How the customer buys, by which the months are chosen (购买类型).' })
  purchasePattern!: PurchasePattern;

  @Field(() => PurchasePatternSource, { description: 'Who says how the customer buys (购买类型来源).' })
  purchasePatternSource!: PurchasePatternSource;

  @Field(() => Int, { description: 'Contracts signed so far, in the currency of the assessment (累计订单数).' })
  orderCount!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the last of them (最近订单日).' })
  lastOrderOn!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Growth at the last quarter end, with four decimals: 0.1000 is +10 %; null where nothing was sold before (增长率).',
  })
  growth!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The same at the quarter end before (上季增长率).' })
  growthBefore!: string | null;
}

@ObjectType({ description: 'What one measure of a driver adds to a potential (驱动因素贡献).' })
export class DriverContribution {
  measureId!: string;

  @Field(() => MoneyValue, { description: 'Its part of the potential; all parts sum to it exactly (贡献金额).' })
  amount!: MoneyValue;
}

/** How the potential came about. */
@ObjectType({ description: 'What the potential of an account was worked out from (潜力计算依据).' })
export class PotentialBasis {
  ruleId!: string;

  @Field(() => Int, { description: 'Over how many months potential and own sales go (时间跨度).' })
  horizonMonths!: number;

  @Field(() => Int, { description: 'Factor of the stage; 10000 is 1 (阶段系数).' })
  stageFactorBasisPoints!: number;

  @Field(() => Int, { description: 'Which share of the potential can be won (可获取比例).' })
  attainableBasisPoints!: number;

  @Field(() => Boolean, { description: "Whether that share is the account's own word, not the rule's (是否客户自定)." })
  ownAttainable!: boolean;

  @Field(() => [DriverContribution], { description: 'What each measure that counted adds (驱动因素贡献).' })
  drivers!: DriverContribution[];
}

@ObjectType({ description: 'What one role of the decision chain adds to a relationship score (角色贡献).' })
export class RoleContribution {
  @Field(() => DecisionRole, { description: 'The role (角色).' })
  role!: DecisionRole;

  @Field(() => Int, { description: 'Its share of the score (权重).' })
  basisPoints!: number;

  @Field(() => ContactAccess, {
    description: 'The greatest access to who holds it; NONE where nobody does (接触程度).',
  })
  access!: ContactAccess;

  @Field(() => Int, {
    description: 'The greatest support of those with that access, of a role with a veto the least of all (支持度).',
  })
  support!: number;

  @Field(() => Decimal, { description: 'Points that it adds, with four decimals (贡献分).' })
  points!: string;
}

/** How the score came about. */
@ObjectType({ description: 'What the relationship score of an account was worked out from (关系评分依据).' })
export class ScoreBasis {
  chainId!: string;
  overrideId!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The computed score, also while an override wins, 0–100 with four decimals (计算得分).',
  })
  score!: string | null;

  @Field(() => [RoleContribution], { description: 'What each role of the chain adds (角色贡献).' })
  roles!: RoleContribution[];
}

@ObjectType({ description: 'What was not counted, for there is no rate between currencies (未计入).' })
export class AssessmentLeftOut {
  @Field({ description: 'ISO 4217 code of what was left out (币种).' })
  currency!: string;

  @Field(() => Int, { description: 'Contracts in it (合同数).' })
  contractCount!: number;

  @Field(() => Int, { description: 'Measures of drivers in it (驱动量数).' })
  measureCount!: number;
}
