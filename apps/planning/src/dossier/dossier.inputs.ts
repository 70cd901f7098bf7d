import { AtMost, CommandInput, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DossierTopic } from './dossier-note';

@InputType({ description: 'Records what was found out about how an account buys and decides (登记客户情报).' })
export class RecordDossierNoteInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => DossierTopic, { description: 'What it is about (情报主题).' })
  topic!: DossierTopic;

  @TextField('What was found out; people by contactIds, not by name (内容).', { max: 4_000 })
  text!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was so, not in the future; default: today in the tenant's time zone (截至日).",
  })
  notedOn?: string | null;

  @TextField('Who or what says so, such as a tender notice (来源).', { max: 500 })
  source!: string;

  @Field(() => [UUID], {
    defaultValue: [],
    description: 'The people at the account whom it is about, at most 20 (相关联系人).',
  })
  @AtMost(20, 'name those who decide')
  contactIds!: string[];
}

@InputType({ description: 'Narrows a list of notes of dossiers; all given conditions must hold (筛选).' })
export class DossierNoteFilter {
  @Field(() => String, {
    nullable: true,
    description: 'What was found out contains this, in upper or lower case (内容包含).',
  })
  textContains?: string | null;

  @Field(() => [DossierTopic], { nullable: true, description: 'About one of these topics (情报主题).' })
  topics?: DossierTopic[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'About this person (联系人).' })
  contactId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Recorded by this rep (记录人).' })
  authorId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'So on this day or later (截至日起).' })
  notedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'So on this day or earlier (截至日止).' })
  notedTo?: string | null;
}
