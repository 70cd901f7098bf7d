import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersAnd } from '../team/led';

/** How well a rep does something, as who leads the team found it on a day (capability P35). It is never changed: a later one takes its place. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'How well a rep has a skill, as it was found on a day, for the rep and who leads the team only; owned by planning (技能评估).',
})
@Entity('skill_assessment')
export class SkillAssessment extends Aggregate {
  static readonly seenBy = seenByLeadersAnd('rep_id');

  @Field(() => Int, {
    nullable: true,
    description: '0 none, 1 knows it, 2 does it with help, 3 does it alone, 4 teaches others (等级).',
  })
  @Column('int')
  level!: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was so (评估日).' })
  @Column('date')
  assessedOn!: string;

  @Field(() => String, { nullable: true, description: 'By what it was seen (依据).' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  repId!: string;

  @Column('uuid')
  skillId!: string;

  @Column('uuid', { nullable: true })
  assessorId!: string | null;
}

/** What holds of each skill now: of its assessments, in the order of their days, the last. Pure. */
export function latestOfEachSkill<A extends Pick<SkillAssessment, 'skillId'>>(inOrder: readonly A[]): A[] {
  return [...new Map(inOrder.map((assessment) => [assessment.skillId, assessment])).values()];
}
