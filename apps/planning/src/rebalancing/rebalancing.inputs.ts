import { AtMost, CommandInput, ExpectedVersion, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { EffectiveFilter } from '../rules/rules.filters';
import { AdoptFromTodayInput } from '../rules/rules.inputs';
import { SupportKind } from '../support/support-kind';
import { SupportInput } from '../support/support.inputs';
import { RebalancingRole } from './rebalanced-target';
import { RebalancingStatus } from './rebalancing.statuses';

@InputType({
  description:
    'Adopts rules for rebalancing from a day on; what is left out stays as it is on that day (采用调节规则).',
})
export class AdoptRebalancingRuleInput extends AdoptFromTodayInput {
  @WholeField(
    "By how much of a rep's original total rebalancings may raise it, and revisions without an executive (增幅上限).",
    { min: 0, max: 10_000, unit: 'basis points', optional: true },
  )
  increaseCapBasisPoints?: number | null;

  @WholeField('How much of the capacity a rep may be asked for, 10000 = exactly the capacity (产能伸展系数).', {
    min: 1,
    max: 30_000,
    unit: 'basis points',
    optional: true,
  })
  stretchBasisPoints?: number | null;

  @WholeField("The share of a plan's first total that is risk reserve for the whole period (风险准备).", {
    min: 0,
    max: 10_000,
    unit: 'basis points',
    optional: true,
  })
  reserveBasisPoints?: number | null;

  @WholeField('Within how many calendar days the help is due that a cut opens (帮扶期限).', {
    min: 0,
    max: 365,
    unit: 'days',
    optional: true,
  })
  supportDays?: number | null;

  @Field(() => SupportKind, {
    nullable: true,
    description: 'Which help a cut opens, where the approver says nothing else (帮扶方式).',
  })
  supportKind?: SupportKind | null;

  @WholeField('For how many calendar days after its day a proposal may be approved (提案有效期).', {
    min: 0,
    max: 365,
    unit: 'days',
    optional: true,
  })
  proposalDays?: number | null;

  @WholeField(
    'Of how many reps whom a viewer may not read, at least, sums are told that show what they can deliver together (最少隐藏人数).',
    { min: 2, max: 1000, unit: 'reps', optional: true },
  )
  leastHiddenCount?: number | null;
}

@InputType({ description: "Works out a fair adjustment of a plan's targets, as of today (提出目标调节)." })
export class ProposeRebalancingInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan, in force (计划).' })
  planId!: string;

  @TextField('Why it is proposed (调节原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Approves a rebalancing as it was proposed (批准目标调节).' })
export class ApproveRebalancingInput extends CommandInput {
  @Field(() => UUID, { description: 'The rebalancing (目标调节).' })
  rebalancingId!: string;

  @TextField('What there is to say to it (批准说明).', { min: 2, max: 2000, optional: true })
  reason?: string | null;

  @Field(() => [SupportInput], {
    defaultValue: [],
    description: 'How reps whose targets are cut get help, where it is not as the rule says; at most 500 (帮扶安排).',
  })
  @AtMost(500, 'say the rest with updateSupportAction')
  supports!: SupportInput[];

  @ExpectedVersion('rebalancing')
  expectedVersion?: number | null;
}

@InputType({ description: 'Rejects a rebalancing (否决目标调节).' })
export class RejectRebalancingInput extends CommandInput {
  @Field(() => UUID, { description: 'The rebalancing (目标调节).' })
  rebalancingId!: string;

  @TextField('Why it is rejected (否决原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('rebalancing')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of rules for rebalancing; all given conditions must hold (筛选).' })
export class RebalancingRuleFilter extends EffectiveFilter {}

@InputType({ description: 'Narrows a list of rebalancings; all given conditions must hold (筛选).' })
export class RebalancingFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => [RebalancingStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: RebalancingStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of a plan of this owner (编制人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a plan of this team (团队).' })
  team?: string | null;
}

@InputType({ description: 'Narrows what rebalancings say of reps; all given conditions must hold (筛选).' })
export class RebalancedTargetFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this rebalancing (目标调节).' })
  rebalancingId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this rep (销售代表).' })
  repId?: string | null;

  @Field(() => [RebalancingRole], { nullable: true, description: 'In one of these roles (调节角色).' })
  roles?: RebalancingRole[] | null;
}
