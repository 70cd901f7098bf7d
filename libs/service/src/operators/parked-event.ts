import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { DateTime, UUID } from '../graph/scalars';

/** An event that a consumer could not handle and that waits for an operator; later events of its account wait behind it (搁置事件). */
@Directive('@shareable')
@ObjectType({ description: 'An event that could not be handled and waits for an operator (搁置事件).' })
export class ParkedEvent {
  @Field(() => UUID, { description: "The event's id, ce_id (事件标识)." })
  eventId!: string;

  @Field({ description: 'The consumer that could not handle it (消费者).' })
  consumer!: string;

  @Field({ description: "The event's type (事件类型)." })
  type!: string;

  @Field({ description: 'The topic it came from (主题).' })
  topic!: string;

  @Field(() => UUID, { description: 'The key whose later events wait behind it: an account, mostly (键).' })
  key!: string;

  @Field({ description: 'Why it could not be handled (原因).' })
  reason!: string;

  @Field(() => Int, { description: 'How often it was tried (尝试次数).' })
  attempts!: number;

  @Field(() => DateTime, { description: 'When it was received, UTC (接收时间).' })
  receivedAt!: Date;

  @Field({ description: 'The whole event as JSON (内容).' })
  payload!: string;
}
