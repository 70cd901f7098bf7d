import { CommandInput, LocalDateScalar, UUID } from '@fivepoint/service';
import { IsISO4217CurrencyCode, Matches, MaxLength, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { PlanStatus } from './plan.statuses';

@InputType({ description: 'Begins a plan for a period (编制计划).' })
export class CreatePlanInput extends CommandInput {
  @Field({ description: 'Name of the plan (名称).' })
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(200, { message: 'name may have at most 200 characters' })
  name!: string;

  @Field(() => LocalDateScalar, { description: 'First day of its period (起始日).' })
  periodStart!: string;

  @Field(() => LocalDateScalar, { description: 'Last day of its period, not before the first (截止日).' })
  periodEnd!: string;

  @Field(() => String, {
    nullable: true,
    description: "ISO 4217 code of all its amounts; default: the tenant's currency (币种).",
  })
  @IsISO4217CurrencyCode({ message: 'currency must be an ISO 4217 code, such as CNY' })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose plan it is; default: your team if you have exactly one, else the whole company (团队).',
  })
  @Matches(/\S/, { message: 'team must not be empty; leave it out for a plan of the whole company' })
  @MaxLength(200, { message: 'team may have at most 200 characters' })
  team?: string | null;
}

@InputType({ description: 'Names a plan to be moved on (计划状态变更).' })
export class MovePlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Returns a submitted plan, with the reason (退回计划).' })
export class ReturnPlanInput extends MovePlanInput {
  @Field({ description: 'What must change before it can be approved, 3–2000 characters (退回原因).' })
  @Matches(/\S/, { message: 'reason must not be empty' })
  @MinLength(3, { message: 'reason must say in at least 3 characters what must change' })
  @MaxLength(2000, { message: 'reason may have at most 2000 characters' })
  reason!: string;
}

@InputType({ description: 'Narrows a list of plans; all given conditions must hold (筛选).' })
export class PlanFilter {
  @Field(() => [PlanStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: PlanStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Of this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Whose period holds this day (某日有效).' })
  on?: string | null;
}
