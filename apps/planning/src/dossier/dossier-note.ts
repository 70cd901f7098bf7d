import { Aggregate, graphEnum, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenWithItsAccount } from '../account/account-in-sight';

export const DossierTopic = graphEnum('DossierTopic', 'What a note of a dossier is about (情报主题).', {
  BUYING_WAY: 'How it buys: by tender, by framework, by comparison (采购方式).',
  BUYING_CYCLE: 'When and how often it buys (采购周期).',
  BUDGET: 'When its budget is made and for how long, and by whom (预算时间).',
  DECIDERS: 'Who decides on what (决策人).',
  THRESHOLDS: 'From which amounts on somebody else decides (审批额度).',
  COMMITTEE: 'Which committee decides, and how it is made up (决策委员会).',
});
export type DossierTopic = keyof typeof DossierTopic;

/**
 * What somebody found out on a day about how an account buys and decides (capability P07). It is never changed: of a topic the latest day counts, and
 * of one day what was recorded last.
 */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'What was found out about how an account buys and decides, as it was on a day; owned by planning (客户情报).',
})
@Entity('dossier_note')
export class DossierNote extends Aggregate {
  /** Who sees the account sees its dossier. */
  static readonly seenBy = seenWithItsAccount;

  @Column('uuid')
  accountId!: string;

  @Field(() => DossierTopic, { nullable: true, description: 'What it is about (情报主题).' })
  @Column('text')
  topic!: DossierTopic;

  @Field(() => String, { nullable: true, description: 'What was found out (内容).' })
  @Column('text')
  text!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was so (截至日).' })
  @Column('date')
  notedOn!: string;

  @Field(() => String, { nullable: true, description: 'Who or what says so (来源).' })
  @Column('text')
  source!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Column('uuid', { array: true })
  contactIds!: string[];
}

/** What holds of each topic now: of its notes, in the order of their days, the last; in the order of the topics. Pure. */
export function latestOfEachTopic<N extends Pick<DossierNote, 'topic'>>(inOrder: readonly N[]): N[] {
  const latest = new Map(inOrder.map((note) => [note.topic, note]));
  return (Object.keys(DossierTopic) as DossierTopic[]).flatMap((topic) => latest.get(topic) ?? []);
}
