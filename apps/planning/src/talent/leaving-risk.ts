import { Aggregate, graphEnum, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersOnly } from '../team/led';

export const LeavingRiskLevel = graphEnum('LeavingRiskLevel', 'How likely somebody is to leave (流失风险等级).', {
  LOW: 'Stays, as far as one can see (低).',
  MEDIUM: 'Might leave (中).',
  HIGH: 'Is about to leave (高).',
});
export type LeavingRiskLevel = keyof typeof LeavingRiskLevel;

/** How likely a rep is to leave, why, and what is done about it (capability P40). It is never changed: a later one takes its place. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'How likely a rep is to leave, for who leads the team and not for the rep; owned by planning (流失风险).',
})
@Entity('leaving_risk')
export class LeavingRisk extends Aggregate {
  static readonly seenBy = seenByLeadersOnly;

  @Field(() => LeavingRiskLevel, { nullable: true, description: 'How likely (等级).' })
  @Column('text')
  level!: LeavingRiskLevel;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was so (评估日).' })
  @Column('date')
  assessedOn!: string;

  @Field(() => String, { nullable: true, description: 'Why it is so (原因).' })
  @Column('text')
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What is done to keep the person; null at LOW only (保留措施).' })
  @Column('text', { nullable: true })
  measure!: string | null;

  @Column('uuid')
  repId!: string;

  @Column('uuid', { nullable: true })
  assessorId!: string | null;
}
