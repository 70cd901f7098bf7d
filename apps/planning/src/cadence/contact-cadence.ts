import { addDays, daysBetween, type LocalDate } from '@fivepoint/kernel';
import { LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { AccountTouch } from './account-touch';

/** When an account is to be met next, by the cadence of its class, and how late that is (capability P19). */
@ObjectType({
  description:
    'When the people of an account are to be met next, by the cadence of its class, as it is today (联系节奏).',
})
export class ContactCadence {
  @Field(() => UUID, { description: 'The id of the account (标识).' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'At most so many days between two contacts, as its class says today; null without a class (联系周期).',
  })
  cadenceDays!: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day by which the next contact is due: the cadence after the last one, or after the account was registered here while there is none; null without a class (应联系日).',
  })
  dueOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole days since then; 0 while it is not past, null without a class (逾期天数).',
  })
  overdueDays!: number | null;

  lastTouch!: AccountTouch | null;
}

/** When the next contact is due, and how late it is at the end of today. Pure. */
export function cadenceOn(
  today: LocalDate,
  cadenceDays: number | null,
  since: LocalDate,
): Pick<ContactCadence, 'cadenceDays' | 'dueOn' | 'overdueDays'> {
  if (cadenceDays === null) return { cadenceDays, dueOn: null, overdueDays: null };
  const dueOn = addDays(since, cadenceDays);
  return { cadenceDays, dueOn, overdueDays: Math.max(0, daysBetween(dueOn, today)) };
}
