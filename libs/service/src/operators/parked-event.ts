import { createUnionType, Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { TextField } from '../graph/input-fields';
import { InvalidInput, NotFound, Refusal } from '../graph/refusals';
import { DateTime, UUID } from '../graph/scalars';

@Directive('@shareable')
@ObjectType({
  description:
    'An event that could not be handled and waits for an operator; later ones of its key wait behind it (搁置事件).',
})
export class ParkedEvent {
  @Field(() => UUID, { description: "The event's id, ce_id (事件标识)." })
  eventId!: string;

  @Field({ description: 'The consumer that could not handle it (消费者).' })
  consumer!: string;

  @Field({ description: "The event's type (事件类型)." })
  type!: string;

  @Field({ description: 'The topic it came from (主题).' })
  topic!: string;

  @Field({ description: 'The key whose later events wait behind it: an account, mostly (键).' })
  key!: string;

  @Field(() => Int, { description: 'How many later events of the key have come meanwhile (后续等待数).' })
  waitingBehind!: number;

  @Field({ description: 'Why it could not be handled (原因).' })
  reason!: string;

  @Field(() => Int, { description: 'How often it was tried (尝试次数).' })
  attempts!: number;

  @Field(() => DateTime, { description: 'When it was received, UTC (接收时间).' })
  receivedAt!: Date;

  @Field({ description: 'The whole event as JSON (内容).' })
  payload!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'How one consumer stands with the events of one topic (消费积压).' })
export class ConsumerLag {
  @Field({ description: 'The consumer (消费者).' })
  consumer!: string;

  @Field({ description: 'The topic (主题).' })
  topic!: string;

  @Field(() => Int, { description: 'Received, but not settled yet (未处理数).' })
  pending!: number;

  @Field(() => Int, { description: 'Waiting for another event, such as a payment for its contract (等待数).' })
  waiting!: number;

  @Field(() => Int, { description: 'Waiting for an operator (搁置数).' })
  parked!: number;

  @Field(() => Int, { description: 'Keys that cannot go on because an event in between has not come (缺失数).' })
  missing!: number;

  @Field(() => Int, { description: 'Age of the oldest of them, in whole seconds (最久秒数).' })
  oldestSeconds!: number;
}

@InputType({ description: 'Has a parked event tried again (重试搁置事件).' })
export class RetryParkedEventInput {
  @TextField('The consumer that parked it (消费者).', { max: 200 })
  consumer!: string;

  @Field(() => UUID, { description: 'The event (事件标识).' })
  eventId!: string;
}

@InputType({ description: 'Gives a parked event up, for a reason that is kept (放弃搁置事件).' })
export class DiscardParkedEventInput extends RetryParkedEventInput {
  @TextField('Why it may be given up (原因).', { min: 2, max: 1000 })
  reason!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A parked event was let go: its key goes on (已放行).' })
export class ParkedEventReleased {
  @Field(() => UUID, { description: "The event's id, ce_id (事件标识)." })
  eventId: string;

  constructor(eventId: string) {
    this.eventId = eventId;
  }

  /** By which the audit trail names it. */
  get id(): string {
    return this.eventId;
  }
}

@Directive('@shareable')
@ObjectType({
  implements: Refusal,
  description: 'The event breaks its schema as before: only discarding helps (仍无效).',
})
export class StillInvalid extends Refusal {
  constructor() {
    super(
      'STILL_INVALID',
      'The event breaks its schema as it did before, so trying again cannot help; discard it with a reason.',
    );
  }
}

export const ReleaseParkedEventResult = createUnionType({
  name: 'ReleaseParkedEventResult',
  description: 'The event was let go, or why it could not be (放行结果).',
  types: () => [ParkedEventReleased, NotFound, StillInvalid, InvalidInput] as const,
});
