import { AtMost, CommandInput, ExpectedVersion, MoneyInput, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PlanLineStanding } from './plan-line.standings';

@InputType({ description: 'Adds a line to a plan in DRAFT, or to the draft of its revision (新增计划行).' })
export class AddPlanLineInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => UUID, { description: 'The named account; once per plan and product (客户).' })
  accountId!: string;

  @Field(() => UUID, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => UUID, { description: 'The one accountable rep: you, or of one of your teams (责任人).' })
  ownerId!: string;

  @Field(() => MoneyInput, { description: "What is to be sold: more than zero, in the plan's currency (目标)." })
  target!: MoneyInput;

  @Field(() => MoneyInput, { description: 'What is committed: not negative, at most the target (保底目标).' })
  floor!: MoneyInput;

  @Field(() => MoneyInput, { nullable: true, description: 'What may be reached, at least the target (冲刺目标).' })
  stretch?: MoneyInput | null;

  @Field(() => [UUID], { defaultValue: [], description: 'By which plays it is to be won, at most 10 (打法).' })
  @AtMost(10, 'name those that matter most')
  playIds!: string[];
}

@InputType({ description: 'One line of many that are added together (计划行).' })
export class PlanLineInput {
  @Field(() => UUID, { description: 'The named account; once per plan and product (客户).' })
  accountId!: string;

  @Field(() => UUID, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => UUID, { description: 'The one accountable rep: you, or of one of your teams (责任人).' })
  ownerId!: string;

  @Field(() => MoneyInput, { description: "What is to be sold: more than zero, in the plan's currency (目标)." })
  target!: MoneyInput;

  @Field(() => MoneyInput, { description: 'What is committed: not negative, at most the target (保底目标).' })
  floor!: MoneyInput;

  @Field(() => MoneyInput, { nullable: true, description: 'What may be reached, at least the target (冲刺目标).' })
  stretch?: MoneyInput | null;

  @Field(() => [UUID], { defaultValue: [], description: 'By which plays it is to be won, at most 10 (打法).' })
  @AtMost(10, 'name those that matter most')
  playIds!: string[];
}

@InputType({ description: 'Adds many lines to a plan in DRAFT, or to the draft of its revision (批量新增计划行).' })
export class AddPlanLinesInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => [PlanLineInput], { description: 'The lines, 1–500; all of them are added, or none (计划行).' })
  @AtMost(500, 'add the others afterwards', { min: 1 })
  lines!: PlanLineInput[];

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({
  description:
    'Changes a line of a plan in DRAFT, or of the draft of its revision; what is left out stays as it is (修改计划行).',
})
export class UpdatePlanLineInput extends CommandInput {
  @Field(() => UUID, { description: 'The line (计划行).' })
  planLineId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who is accountable from now on: you, or of one of your teams (责任人).',
  })
  ownerId?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'New target, more than zero (目标).' })
  target?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true, description: 'New floor: not negative, at most the target (保底目标).' })
  floor?: MoneyInput | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'New stretch, at least the target; null: none any more (冲刺目标).',
  })
  stretch?: MoneyInput | null;

  @Field(() => [UUID], {
    nullable: true,
    description: 'By which plays it is to be won from now on, at most 10 (打法).',
  })
  @AtMost(10, 'name those that matter most')
  playIds?: string[] | null;

  @ExpectedVersion('plan line')
  expectedVersion?: number | null;
}

@InputType({ description: 'Takes a line out of a plan in DRAFT, or out of the draft of its revision (撤出计划行).' })
export class WithdrawPlanLineInput extends CommandInput {
  @Field(() => UUID, { description: 'The line (计划行).' })
  planLineId!: string;

  @ExpectedVersion('plan line')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of plan lines; all given conditions must hold (筛选).' })
export class PlanLineFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => [PlanLineStanding], { nullable: true, description: 'In, new to or out of their plan (计划内外).' })
  standings?: PlanLineStanding[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: two seats of the iron triangle of its account are held, by two people; false: one person would leave it alone (有无第二席位).',
  })
  hasSecondSeat?: boolean | null;
}
