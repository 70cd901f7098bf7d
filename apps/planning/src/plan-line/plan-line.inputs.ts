import { CommandInput, ExpectedVersion, MoneyInput, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Adds a line to a plan in DRAFT (新增计划行).' })
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
}

@InputType({ description: 'Changes a line of a plan in DRAFT; what is left out stays as it is (修改计划行).' })
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

  @ExpectedVersion('plan line')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of plan lines; all given conditions must hold (筛选).' })
export class PlanLineFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
