import { addDays, type LocalDate } from '@fivepoint/kernel';
import { among, type GraphContext, is, type ListArgs, sequenceOf } from '@fivepoint/service';
import { StepGap } from './step-gap';
import { StepGapFilter } from './step-gap.inputs';

/** The steps that are required and not done; those of them that are late are the gaps. */
const open = 'e.required and not e.done';

/** The latest first. Only ever read with the day of today: see `asOfToday`. */
export const StepGapList = sequenceOf(StepGap, 'dueOn', 'ASC', {
  filter: StepGapFilter,
  where: {
    points: among('point'),
    services: among('service'),
    accountId: is('accountId'),
    planLineId: is('planLineId'),
    ownerId: is('ownerId'),
    team: is('team'),
    leastLateDays: () => undefined,
    dueBefore: (query, day) => query.andWhere(`${open} and e.due_on < :filter_dueBefore`, { filter_dueBefore: day }),
  },
});

/** What a list of gaps is asked for, on this day: in the tenant's zone, so that nothing is late before its due day is over there (rules §10). */
export async function asOfToday(
  context: GraphContext,
  args: ListArgs<StepGapFilter>,
): Promise<ListArgs<StepGapFilter>> {
  return { ...args, filter: await gapsAsOfToday(context, args.filter) };
}

/** The same of a filter alone. */
export async function gapsAsOfToday(
  context: GraphContext,
  filter: StepGapFilter | null | undefined,
): Promise<StepGapFilter> {
  return { ...filter, dueBefore: lateSince(await context.today(), filter?.leastLateDays ?? 1) };
}

/** What was due before this day is late by so many days at least, at the end of today. Pure. */
export const lateSince = (today: LocalDate, leastLateDays: number): LocalDate => addDays(today, 1 - leastLateDays);
