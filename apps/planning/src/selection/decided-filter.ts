import { type Conditions, LocalDateScalar } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { decidedOn, lastDecision } from './decided-on';

/** What was decided about an account for a day: of every list that is narrowed by what is said of accounts. */
@InputType()
export abstract class DecidedFilter {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Selected as a key account for this day by the last word on it (已选定日).',
  })
  selectedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Rejected as a key account for this day by the last word on it (已落选日).',
  })
  rejectedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Nobody has decided yet whether it is a key account on this day (未评选日).',
  })
  undecidedOn?: string | null;
}

/** The same of the account `e`. */
export const decidedConditions: Conditions<DecidedFilter> = {
  selectedOn: decidedOn('SELECTED'),
  rejectedOn: decidedOn('REJECTED'),
  undecidedOn: (query, day) =>
    query.andWhere(`${lastDecision('filter_undecidedOn')} is null`, { filter_undecidedOn: day }),
};
