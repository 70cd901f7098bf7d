import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersAnd } from '../team/led';

/** Somebody practised a skill with a coach (capability X08): an entry of a log, which is never changed. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A skill practised with a coach, for the two and who leads the team only; owned by planning (技巧磨练记录).',
})
@Entity('coaching_session')
export class CoachingSession extends Aggregate {
  static readonly seenBy = seenByLeadersAnd('rep_id', 'coach_id');

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of it (日期).' })
  @Column('date')
  coachedOn!: string;

  @Field(() => String, { nullable: true, description: 'What was practised (练习内容).' })
  @Column('text')
  practised!: string;

  @Field(() => String, { nullable: true, description: 'How it went (结果).' })
  @Column('text')
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'What comes next (下一步).' })
  @Column('text', { nullable: true })
  nextStep!: string | null;

  @Column('uuid')
  repId!: string;

  @Column('uuid')
  coachId!: string;

  @Column('uuid')
  skillId!: string;

  /** The help that it was part of. */
  @Column('uuid', { nullable: true })
  supportActionId!: string | null;
}
