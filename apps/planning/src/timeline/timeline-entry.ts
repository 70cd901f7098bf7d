import { isEventType, eventTypes } from '@fivepoint/contracts';
import { DateTime, Origin, TenantRow, UUID } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { Detail } from './details';
import { seenBy } from './whose';

@ObjectType({ description: 'One thing that an event says (事件要点).' })
export class TimelineDetail implements Detail {
  @Field({ description: "The field of the event's data (字段)." })
  name!: string;

  @Field({ description: 'Its value as text; money as amount and currency (值).' })
  value!: string;
}

/** One event of any service, as it was told: a projection, which can be rebuilt. Its id is the event's. */
@ObjectType({ description: 'One event of any of the five services, as it was told (时间线条目).' })
@Entity('timeline_entry')
export class TimelineEntry extends TenantRow {
  static readonly seenBy = seenBy;

  /** Null while the turn of the lifecycle has named no account yet, and for what is about none. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Field(() => DateTime, { description: 'When it happened, UTC (发生时间).' })
  @Column('timestamptz')
  occurredAt!: Date;

  @Field({ description: "The event's type, such as fivepoint.deal.contract-signed.v1 (事件类型)." })
  @Column('text')
  type!: string;

  @Field({ description: 'The service that told of it, such as deal (来源服务).' })
  @Column('text')
  service!: string;

  @Field(() => UUID, { description: 'The turn of the lifecycle it belongs to (业务循环标识).' })
  @Column('uuid')
  correlationId!: string;

  @Field(() => UUID, { nullable: true, description: 'The turn that this turn grew out of (上一业务循环标识).' })
  @Column('uuid', { nullable: true })
  parentCorrelationId!: string | null;

  @Field(() => UUID, { description: 'What it is about: a deal, a contract, an instalment … (主体标识).' })
  @Column('uuid')
  subjectId!: string;

  /** What has the owner by whom it is seen; the account's own id where it is about the account itself. */
  @Column('uuid')
  about!: string;

  /** As the event said; what says no owner goes by the last word on what it is about. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('text', { nullable: true })
  team!: string | null;

  @Field(() => Origin, { description: 'It happened in the house, or is recorded history (来源).' })
  @Column('text')
  origin!: Origin;

  @Field(() => [TimelineDetail], { description: 'What it says, in short; ids are left out (要点).' })
  @Column('jsonb')
  details!: Detail[];

  @Field({ description: 'What kind of thing happened, in words (标题).' })
  get title(): string {
    if (!isEventType(this.type)) return this.type;
    const title: unknown = Reflect.get(eventTypes[this.type].schema, 'title');
    return typeof title === 'string' ? title : this.type;
  }
}
