import { CommandInput, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { SelectionDecision } from './account-selection';

/** For which plan or period, and why. */
@InputType()
abstract class DecideSelectionInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'The plan, for whose period it counts; left out where a period is named (计划).',
  })
  planId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day for which it counts, from 2000-01-01 to ten years ahead; with its last day (起始日).',
  })
  startsOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day for which it counts, not before the first, up to ten years ahead (截止日).',
  })
  endsOn?: string | null;

  @TextField('Why, for whoever asks later (原因).', { min: 2, max: 2_000 })
  reason!: string;
}

@InputType({ description: 'Selects an account as a key account for a plan or a period (选定大客户).' })
export class SelectAccountInput extends DecideSelectionInput {}

@InputType({ description: 'Rejects an account as a key account for a plan or a period (不选为大客户).' })
export class RejectAccountInput extends DecideSelectionInput {}

@InputType({ description: 'Narrows a list of selections; all given conditions must hold (筛选).' })
export class AccountSelectionFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this plan (计划).' })
  planId?: string | null;

  @Field(() => [SelectionDecision], { nullable: true, description: 'Decided in one of these ways (评选结论).' })
  decisions?: SelectionDecision[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decided on this day or later (评选日起).' })
  decidedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decided on this day or earlier (评选日止).' })
  decidedTo?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For a period with this day in it (所含日期).' })
  on?: string | null;
}
