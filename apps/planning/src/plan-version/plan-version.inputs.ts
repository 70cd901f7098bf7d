import { CommandInput, ExpectedVersion, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PlanVersionStatus } from './plan-version.statuses';

@InputType({ description: 'Opens the next version of a plan that counts (修订计划).' })
export class RevisePlanInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @TextField('Why it is revised (修订原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Gives the open revision of a plan up (放弃修订).' })
export class DiscardRevisionInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @TextField('Why it is given up (放弃原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of versions of plans; all given conditions must hold (筛选).' })
export class PlanVersionFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => [PlanVersionStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: PlanVersionStatus[] | null;
}

@InputType({ description: 'Narrows a list of what versions say of lines; all given conditions must hold (筛选).' })
export class PlanLineVersionFilter {
  @Field(() => UUID, { nullable: true, description: 'In this version of a plan (计划版本).' })
  planVersionId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this line (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
