import { UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { LifecyclePoint } from '../step-template/step-template';

@InputType({ description: 'Narrows a list of gaps; all given conditions must hold (筛选).' })
export class StepGapFilter {
  @Field(() => [LifecyclePoint], { nullable: true, description: 'Of one of these points (环节).' })
  points?: LifecyclePoint[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these services, such as deal (来源服务).' })
  services?: string[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this plan line (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @WholeField('Late by so many days at least (至少逾期天数).', { min: 1, max: 36_500, optional: true })
  leastLateDays?: number | null;

  /** Due before this day: set by the resolver from today and `leastLateDays`, and no field of the graph. */
  dueBefore?: string | null;
}
