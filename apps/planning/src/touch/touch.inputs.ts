import { AtMost, CommandInput, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { TouchKind, TouchOutcome } from './touch-enums';

@InputType({ description: 'Records that somebody met the people of an account, or tried to (登记接触).' })
export class RecordTouchInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => [UUID], {
    defaultValue: [],
    description: 'The people at the account who were met, whose trust the outcome moves, at most 20 (相关联系人).',
  })
  @AtMost(20, 'name those who were there')
  contactIds!: string[];

  @Field(() => TouchKind, { description: 'How they were met (接触方式).' })
  kind!: TouchKind;

  @Field(() => TouchOutcome, { description: 'What came of it (接触结果).' })
  outcome!: TouchOutcome;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was, not in the future; default: today in the tenant's time zone (接触日).",
  })
  touchedOn?: string | null;

  @TextField('What it was about (说明).', { max: 4_000, optional: true })
  summary?: string | null;

  @TextField('What is to be done next (下一步).', { max: 2_000, optional: true })
  nextStep?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of the next step, not before that of the touch, up to ten years ahead (下一步日期).',
  })
  nextOn?: string | null;
}

@InputType({ description: 'Narrows a list of touches; all given conditions must hold (筛选).' })
export class TouchRecordFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'With this person (联系人).' })
  contactId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'By this rep (接触人).' })
  repId?: string | null;

  @Field(() => [TouchKind], { nullable: true, description: 'In one of these ways (接触方式).' })
  kinds?: TouchKind[] | null;

  @Field(() => [TouchOutcome], { nullable: true, description: 'With one of these outcomes (接触结果).' })
  outcomes?: TouchOutcome[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day or later (接触日起).' })
  touchedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day or earlier (接触日止).' })
  touchedTo?: string | null;
}
