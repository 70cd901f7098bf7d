import { Field, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn, VersionColumn } from 'typeorm';
import { graphEnum } from '../graph/enum';
import { DateTime, UUID } from '../graph/scalars';

/** Where a record comes from: made here, or recorded from an older system, past all gates. */
export const Origin = graphEnum('Origin', 'Where a record comes from (来源).', {
  LIVE: 'Made here, through every gate (系统内产生).',
  IMPORTED: 'Recorded history: no gate was asked (导入的历史).',
});
export type Origin = keyof typeof Origin;

/** What every row has: its tenant, first in each key, and an id that kernel made. */
@ObjectType()
export abstract class TenantRow {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @Field(() => UUID, { description: 'Time-ordered id, UUIDv7 (标识).' })
  @PrimaryColumn('uuid')
  id!: string;
}

/**
 * What people work on: a version for optimistic edits, and the turn of the lifecycle (correlation) it belongs to.
 * In the graph all but the id is nullable, as for every entity: one service down must cost only its own fields.
 */
@ObjectType()
export abstract class Aggregate extends TenantRow {
  @Field(() => Int, {
    nullable: true,
    description: 'Grows with every change; send it back as expectedVersion (版本号).',
  })
  @VersionColumn()
  version!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was recorded here, UTC (创建时间).' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => UUID, { nullable: true, description: 'The turn of the lifecycle it belongs to (业务循环标识).' })
  @Column('uuid')
  correlationId!: string;

  @Field(() => Origin, { nullable: true, description: 'Made here or recorded from an older system (来源).' })
  @Column('text')
  origin!: Origin;
}

/** An aggregate with one accountable owner (责任人) and the owner's team, from the start to the end; who sees it follows from both. */
@ObjectType()
export abstract class OwnedAggregate extends Aggregate {
  /** The graph shows it as the service's `owner`. */
  @Column('uuid')
  ownerId!: string;

  @Field(() => String, { nullable: true, description: 'The team that shares it (团队).' })
  @Column('text')
  team!: string;
}

/** An aggregate that may have nobody accountable, or nobody yet: an account without owner, a plan of the whole company, money in suspense. */
@ObjectType()
export abstract class OwnableAggregate extends Aggregate {
  /** The graph shows it as the service's `owner`. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Field(() => String, { nullable: true, description: 'The team that shares it (团队).' })
  @Column('text', { nullable: true })
  team!: string | null;
}

/** Owned in the end, but not from the start: without owner and team it waits in the pool (公海), where everybody who works here finds it. */
@ObjectType()
export abstract class PooledAggregate extends OwnableAggregate {}
