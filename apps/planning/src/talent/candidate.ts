import { Aggregate, graphEnum, LocalDateScalar, NextStates } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersOfTeamOnly } from '../team/led';
import { CandidateStatus, candidateStatuses } from './candidate.statuses';

export const CandidateSource = graphEnum('CandidateSource', 'Where a candidate comes from (人才来源).', {
  SELECTED: 'Applied, and was chosen (筛选).',
  HUNTED: 'Was asked to come (猎取).',
  DEVELOPED: 'Grew in the house (开发).',
});
export type CandidateSource = keyof typeof CandidateSource;

/**
 * Somebody on the way into a team (capabilities P35, P40), and who is hired also as the rep. Personal data of a class of its own: only who leads
 * the team reads it, the rep neither; no event tells of it.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Somebody on the way into a team, for who leads it only; owned by planning (候选人).',
})
@Entity('candidate')
export class Candidate extends Aggregate {
  static readonly seenBy = seenByLeadersOfTeamOnly;

  @Field(() => String, { nullable: true, description: 'Name of the person (姓名).' })
  @Column('text')
  name!: string;

  @Field(() => CandidateSource, { nullable: true, description: 'Where the person comes from (人才来源).' })
  @Column('text')
  source!: CandidateSource;

  @Field(() => CandidateStatus, { nullable: true, description: 'Where the person stands (人才状态).' })
  @Column('text')
  status!: CandidateStatus;

  @NextStates(() => CandidateStatus)
  get nextStatuses(): readonly CandidateStatus[] {
    return candidateStatuses.next(this.status);
  }

  @Field(() => String, { nullable: true, description: 'For which job (目标岗位).' })
  @Column('text')
  targetRole!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the person is expected to begin; null while open (预计入职日).',
  })
  @Column('date', { nullable: true })
  expectedStartOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What is known of the person (背景).' })
  @Column('text', { nullable: true })
  background!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of work (入职日).' })
  @Column('date', { nullable: true })
  hiredOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which the ramp was over (爬坡完成日).' })
  @Column('date', { nullable: true })
  rampedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the certificate (认证日).' })
  @Column('date', { nullable: true })
  certifiedOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the rejection, or the first day on which the person is not here any more (结束日).',
  })
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the person did not come or has left (结束原因).' })
  @Column('text', { nullable: true })
  endReason!: string | null;

  @Column('uuid')
  teamId!: string;

  @Column('uuid', { nullable: true })
  repId!: string | null;
}
