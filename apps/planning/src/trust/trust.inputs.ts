import { CommandInput, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { TrustOutcomeKind } from './trust-outcome';

@InputType({ description: 'Records what came of a contact with a person (登记信任记录).' })
export class RecordTrustOutcomeInput extends CommandInput {
  @Field(() => UUID, { description: 'The person (联系人).' })
  contactId!: string;

  @Field(() => TrustOutcomeKind, { description: 'What came of it (结果).' })
  kind!: TrustOutcomeKind;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it happened, not in the future; default: today in the tenant's time zone (发生日).",
  })
  happenedOn?: string | null;

  @TextField('What it was about (说明).', { max: 2_000, optional: true })
  note?: string | null;
}

@InputType({ description: 'Narrows a list of what came of contacts; all given conditions must hold (筛选).' })
export class TrustOutcomeFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this person (联系人).' })
  contactId?: string | null;

  @Field(() => [TrustOutcomeKind], { nullable: true, description: 'Of one of these results (结果).' })
  kinds?: TrustOutcomeKind[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Happened on this day or later (发生日起).' })
  happenedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Happened on this day or earlier (发生日止).' })
  happenedTo?: string | null;
}
