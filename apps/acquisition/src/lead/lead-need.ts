import { DateTime, graphEnum, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

export const LeadNeedKind = graphEnum(
  'LeadNeedKind',
  'Which of the SPIN questions brought a statement out (SPIN 类型).',
  {
    SITUATION: 'What is there today (背景).',
    PROBLEM: 'What is difficult about it (难点).',
    IMPLICATION: 'What that leads to (暗示).',
    NEED_PAYOFF: 'What a solution would be worth (需求-效益).',
  },
);
export type LeadNeedKind = keyof typeof LeadNeedKind;

/** All needs of a lead travel in one event with its findings: more of them, at their longest, would be heavier than an event may be. */
export const mostNeeds = 20;

/** One thing that the customer said or agreed to, found by SPIN questions (capability A18). */
@ObjectType({ description: 'One statement of the need, found by SPIN questions (需求陈述).' })
@Entity('lead_need')
export class LeadNeed extends TenantRow {
  @Column('uuid')
  leadId!: string;

  @Field(() => LeadNeedKind, { description: 'Which of the SPIN questions brought it out (类型).' })
  @Column('text')
  kind!: LeadNeedKind;

  @Field({ description: 'What the customer said or agreed to, without names of people (陈述).' })
  @Column('text')
  statement!: string;

  @Field(() => DateTime, { description: 'When it was recorded, UTC (记录时间).' })
  @Column('timestamptz')
  recordedAt!: Date;
}
