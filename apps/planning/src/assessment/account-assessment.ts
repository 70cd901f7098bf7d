import { Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, LocalDateScalar, MoneyValue, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';
import { PurchasePattern } from '../account/purchase-pattern';
import type { ContactAccess, DecisionRole } from '../contact/contact';
import type { RoleContribution } from '../relationship/relationship-score';
import { AccountClass } from '../rules/account-class';
import { LifecycleStage } from '../rules/lifecycle-stages';
import {
  AssessmentLeftOut,
  PotentialBasis,
  type PurchasePatternSource,
  ScoreBasis,
  StageBasis,
  type StageReason,
} from './assessed-values';

const decimal = { type: 'numeric', nullable: true } as const;

/**
 * What an account was worth and how it stood from a day on, until the next one (capabilities P12, P14, P17), with all that it was worked out
 * from. It follows from dated facts and can be worked out again at any time: a fact that comes late replaces those from its day on.
 */
@ObjectType({ description: 'Potential, relationship and class of an account, as they were from a day on (客户评估).' })
@Entity('account_assessment')
export class AccountAssessment extends TenantRow {
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Field(() => LocalDateScalar, { description: 'From this day on it was so, until the next assessment (评估日).' })
  @Column('date')
  assessedOn!: string;

  @Field(() => LifecycleStage, {
    description: 'Stage of the relationship; an override wins while it lasts (关系阶段).',
  })
  @Column('text')
  stage!: LifecycleStage;

  @Field(() => AccountClass, {
    nullable: true,
    description: 'Class in the portfolio matrix; null while potential or score is not known (客户类型).',
  })
  @Column('text', { nullable: true })
  class!: AccountClass | null;

  @Field(() => String, { description: 'ISO 4217 code of the one currency that it goes by (评估币种).' })
  @Column({ type: 'char', length: 3 })
  currency!: string;

  @Column('bigint', { nullable: true })
  potentialMinor!: string | null;

  @Column('bigint', { nullable: true })
  attainableMinor!: string | null;

  @Column('bigint')
  ownSalesMinor!: string;

  @Column('bigint', { nullable: true })
  whitespaceMinor!: string | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What it could buy; null while no driver is measured (潜力).',
  })
  get potential(): MoneyValue | null {
    return this.money(this.potentialMinor);
  }

  @Field(() => MoneyValue, { nullable: true, description: 'What of the potential we could win (可获取潜力).' })
  get attainable(): MoneyValue | null {
    return this.money(this.attainableMinor);
  }

  @Field(() => MoneyValue, { description: 'What it signed in the months of the horizon up to this day (我方销售额).' })
  get ownSales(): MoneyValue {
    return MoneyValue.of(Money.of(BigInt(this.ownSalesMinor), this.currency));
  }

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What could be won beyond our own sales, never below zero (可挖潜空间).',
  })
  get whitespace(): MoneyValue | null {
    return this.money(this.whitespaceMinor);
  }

  @Field(() => Decimal, {
    nullable: true,
    description: 'Own sales ÷ potential, with four decimals: 0.1250 is 12.5 %; null where there is none (钱包份额).',
  })
  @Column(decimal)
  shareOfWallet!: string | null;

  /** In ten-thousandths of a point. */
  @Column('int', { nullable: true })
  score!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: '0–100 with four decimals; an override wins while it lasts (关系评分).',
  })
  get relationshipScore(): string | null {
    return points(this.score);
  }

  @Column('text')
  computedStage!: LifecycleStage;

  @Column('text')
  stageReason!: StageReason;

  @Column('text')
  purchasePattern!: PurchasePattern;

  @Column('text')
  purchasePatternSource!: PurchasePatternSource;

  @Column('int')
  orderCount!: number;

  @Column('date', { nullable: true })
  lastOrderOn!: string | null;

  @Column(decimal)
  growth!: string | null;

  @Column(decimal)
  growthBefore!: string | null;

  @Column('uuid')
  stageRuleId!: string;

  @Column('uuid', { nullable: true })
  stageOverrideId!: string | null;

  @Column('int')
  horizonMonths!: number;

  @Column('int')
  stageFactorBasisPoints!: number;

  @Column('int')
  attainableBasisPoints!: number;

  @Column('boolean')
  attainableOwn!: boolean;

  @Column('jsonb')
  drivers!: { measureId: string; amount: string }[];

  @Column('uuid')
  potentialRuleId!: string;

  @Column('int', { nullable: true })
  computedScore!: number | null;

  @Column('jsonb')
  roles!: RoleContribution[];

  @Column('uuid')
  relationshipChainId!: string;

  @Column('uuid', { nullable: true })
  scoreOverrideId!: string | null;

  @Column('uuid', { nullable: true })
  portfolioRuleId!: string | null;

  /** Of all but its day: by it the next look knows whether it is still the same. */
  @Column('text')
  fingerprint!: string;

  @Field(() => StageBasis, { description: 'What the stage was worked out from (阶段计算依据).' })
  get stageBasis(): StageBasis {
    const { purchasePattern, purchasePatternSource, orderCount, lastOrderOn, growth, growthBefore } = this;
    return Object.assign(new StageBasis(), {
      ...{ ruleId: this.stageRuleId, overrideId: this.stageOverrideId },
      ...{ stage: this.computedStage, reason: this.stageReason },
      ...{ purchasePattern, purchasePatternSource, orderCount, lastOrderOn, growth, growthBefore },
    });
  }

  @Field(() => PotentialBasis, { description: 'What the potential was worked out from (潜力计算依据).' })
  get potentialBasis(): PotentialBasis {
    const { horizonMonths, stageFactorBasisPoints, attainableBasisPoints, attainableOwn, currency } = this;
    return Object.assign(new PotentialBasis(), {
      ...{ ruleId: this.potentialRuleId, ownAttainable: attainableOwn },
      ...{ horizonMonths, stageFactorBasisPoints, attainableBasisPoints },
      drivers: this.drivers.map(({ measureId, amount }) => ({
        measureId,
        amount: MoneyValue.of(Money.of(BigInt(amount), currency)),
      })),
    });
  }

  @Field(() => ScoreBasis, { description: 'What the relationship score was worked out from (关系评分依据).' })
  get scoreBasis(): ScoreBasis {
    return Object.assign(new ScoreBasis(), {
      ...{ chainId: this.relationshipChainId, overrideId: this.scoreOverrideId },
      score: points(this.computedScore),
      roles: this.roles.map(({ role, weight, access, support, contribution }) => ({
        ...{ role: role as DecisionRole, basisPoints: weight, support },
        access: accessOf(access),
        points: points(contribution) ?? '0.0000',
      })),
    });
  }

  @Field(() => [AssessmentLeftOut], { description: 'What was not counted, one for each other currency (未计入).' })
  @Column('jsonb')
  leftOut!: AssessmentLeftOut[];

  private money(minor: string | null): MoneyValue | null {
    return minor === null ? null : MoneyValue.of(Money.of(BigInt(minor), this.currency));
  }
}

const points = (tenThousandths: number | null): string | null =>
  tenThousandths === null ? null : roundedRatio(BigInt(tenThousandths), 10_000n, 4);

const accessOf = (access: number): ContactAccess => (access === 100 ? 'FULL' : access === 0 ? 'NONE' : 'PARTIAL');
