import type { LocalDate } from '@fivepoint/kernel';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, type EntityManager } from 'typeorm';
import { DatedRule } from '../rules/dated-rule';
import { ruleOn } from '../rules/in-force';
import { recordedRules } from '../rules/recorded-rules';
import { SupportKind } from '../support/support-kind';

/** By what targets are rebalanced, and plans revised. */
export interface RebalancingRuleTerms {
  /** By how much of a rep's original total rebalancings may raise it at all, and revisions before an executive must approve: one cap, cumulative. */
  increaseCapBasisPoints: number;
  /** By how much a rep may be asked to go beyond the capacity, 10000 = not at all beyond it. */
  stretchBasisPoints: number;
  /** The share of a plan's first total that nobody need reach: the risk reserve, consumed before anybody is asked for more. */
  reserveBasisPoints: number;
  /** Within how many days the help is due that a cut opens. */
  supportDays: number;
  /** Which help that is, where the approver says nothing else. */
  supportKind: SupportKind;
  /** For how many days a proposal may be approved. */
  proposalDays: number;
  /** Of how many reps whom somebody may not read, at least, sums are told that show together what those can deliver. */
  leastHiddenCount: number;
}

/** What a tenant begins with (rules §5). */
export const shippedRebalancingRule: RebalancingRuleTerms = {
  increaseCapBasisPoints: 1_000,
  stretchBasisPoints: 12_000,
  reserveBasisPoints: 0,
  supportDays: 14,
  supportKind: 'COACHING',
  proposalDays: 14,
  leastHiddenCount: 3,
};

/** The tenant's rules for rebalancing (capability P29). */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'By what targets are rebalanced from a day on; owned by planning (调节规则).' })
@Entity('rebalancing_rule')
export class RebalancingRule extends DatedRule implements RebalancingRuleTerms {
  @Field(() => Int, {
    nullable: true,
    description:
      "By how much of a rep's original total, in basis points and cumulative over the period, rebalancings may raise it at all, and revisions before an executive must approve (增幅上限).",
  })
  @Column('int')
  increaseCapBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How much of the capacity a rep may be asked for, 10000 = exactly the capacity (产能伸展系数).',
  })
  @Column('int')
  stretchBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "The share of a plan's total in its first version in force that is risk reserve for the whole period, 10000 = all (风险准备).",
  })
  @Column('int')
  reserveBasisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many calendar days the help is due that a cut opens (帮扶期限).',
  })
  @Column('int')
  supportDays!: number;

  @Field(() => SupportKind, {
    nullable: true,
    description: 'Which help a cut opens, where the approver says nothing else (帮扶方式).',
  })
  @Column('text')
  supportKind!: SupportKind;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many calendar days after its day a proposal may be approved; then it has lapsed (提案有效期).',
  })
  @Column('int')
  proposalDays!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of how many reps whom a viewer may not read, at least, sums are told that show what they can deliver together (最少隐藏人数).',
  })
  @Column('int')
  leastHiddenCount!: number;
}

/** What is in force on a day; who has no rule, such as a tenant that is not registered, goes by the shipped ones. */
export const rebalancingTermsOn = async (
  { manager, tenantId }: { manager: EntityManager; tenantId: string },
  day: LocalDate,
): Promise<RebalancingRuleTerms> =>
  ruleOn(await recordedRules(manager, tenantId, RebalancingRule), day) ?? shippedRebalancingRule;
