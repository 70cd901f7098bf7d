import { DateTime, graphEnum, TenantRow } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

export const BantLetter = graphEnum('BantLetter', 'One of the four elements of an opportunity (四要素).', {
  BUDGET: 'Is there money for it? (预算).',
  AUTHORITY: 'Who decides, and do we reach them? (决策权).',
  NEED: 'Is the need real? (需求).',
  TIMING: 'When will they buy? (时间).',
});
export type BantLetter = keyof typeof BantLetter;

/** The four letters in the order in which they are asked. */
export const bantLetters = Object.keys(BantLetter) as BantLetter[];

/** What is known now about one of the four elements of a lead; what was known before is in the audit trail. */
@ObjectType({ description: 'What is known about one of the four elements of a lead (BANT 结论).' })
@Entity('bant_finding')
export class BantFinding extends TenantRow {
  @Column('uuid')
  leadId!: string;

  @Field(() => BantLetter, { description: 'Which element (要素).' })
  @Column('text')
  letter!: BantLetter;

  @Field({ description: 'What was found, without names of people (结论).' })
  @Column('text')
  finding!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What proves it: a document, minutes, a link; without it the gate stays shut (依据).',
  })
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Field({ description: 'The element is met (是否满足).' })
  @Column('boolean')
  met!: boolean;

  @Field(() => DateTime, { description: 'When it was recorded, UTC (记录时间).' })
  @Column('timestamptz')
  recordedAt!: Date;
}
