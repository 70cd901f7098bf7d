import {
  CommandInput,
  CurrencyField,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PlanStatus } from './plan.statuses';

@InputType({ description: 'Begins a plan for a period (编制计划).' })
export class CreatePlanInput extends CommandInput {
  @TextField('Name of the plan (名称).', { max: 200 })
  name!: string;

  @Field(() => LocalDateScalar, {
    description: 'First day of its period, from 2000-01-01 to ten years from today (起始日).',
  })
  startsOn!: string;

  @Field(() => LocalDateScalar, {
    description: 'Last day of its period, from its first to ten years from today (截止日).',
  })
  endsOn!: string;

  @CurrencyField("ISO 4217 code of all its amounts; default: the tenant's currency (币种).", { optional: true })
  currency?: string | null;

  @TextField('Whose plan it is; default: your team if you have exactly one, else the whole company (团队).', {
    max: 200,
    optional: true,
  })
  team?: string | null;
}

@InputType({ description: 'Hands a plan, or its open revision, in for approval (提交计划).' })
export class SubmitPlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Approves a submitted plan, or its submitted revision (批准计划).' })
export class ApprovePlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @TextField("Why; must be given where a revision raises a rep's total beyond the cap (批准说明).", {
    min: 2,
    max: 2000,
    optional: true,
  })
  reason?: string | null;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Returns a submitted plan, or its submitted revision, with the reason (退回计划).' })
export class ReturnPlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @TextField('What must change before it can be approved (退回原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says what the draft of a plan is to sell of a product (设定产品总目标).' })
export class FixProductTargetInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => UUID, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      "What its lines must add up to: more than zero, in the plan's currency; null: nothing any more (产品总目标).",
  })
  target?: MoneyInput | null;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Puts an approved plan in force (开始执行).' })
export class StartPlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Ends a plan that is in force (关闭计划).' })
export class ClosePlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of plans; all given conditions must hold (筛选).' })
export class PlanFilter {
  @Field(() => [PlanStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: PlanStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Whose period holds this day (某日有效).' })
  on?: string | null;
}
