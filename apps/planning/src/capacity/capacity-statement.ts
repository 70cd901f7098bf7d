import { Aggregate, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersAnd } from '../team/led';

/**
 * What a rep can sell in a year once ramped and certified, as who leads the team sees it from a day on (capability P35). It is never changed: a
 * later one takes its place from its day on, and of one day the one stated last.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'What a rep can sell in a year from a day on, for the rep and who leads the team only; owned by planning (产能设定).',
})
@Entity('capacity_statement')
export class CapacityStatement extends Aggregate {
  static readonly seenBy = seenByLeadersAnd('rep_id');

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day on which it holds (生效日).' })
  @Column('date')
  effectiveOn!: string;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What the rep sells in a calendar year, ramped and certified (满负荷年产能).',
  })
  @Column(() => MoneyValue)
  fullCapacity!: MoneyValue;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the rep began; null: as the talent pipeline has it, else long ago (入职日).',
  })
  @Column('date', { nullable: true })
  startedOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day from which on the rep is certified; null: as the talent pipeline has it, else not yet (认证日).',
  })
  @Column('date', { nullable: true })
  certifiedOn!: string | null;

  @Column('uuid')
  repId!: string;
}
