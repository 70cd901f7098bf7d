import { UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Narrows a timeline; all given conditions must hold (筛选).' })
export class TimelineFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'Of this turn of the lifecycle: one loop from plan to renewal (业务循环).',
  })
  correlationId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      'Of this turn and of all that grew out of it: from a plan, or one of its lines, to renewals and referrals (业务闭环).',
  })
  rootCorrelationId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'What grew out of this turn: the beginnings of the turns that follow it (后续业务循环).',
  })
  parentCorrelationId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Told by one of these services, such as deal (来源服务).' })
  services?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these types (事件类型).' })
  types?: string[] | null;
}
