import { type LocalDate, unmet } from '@fivepoint/kernel';

interface Period {
  startsOn: string;
  endsOn: string;
}

/** What keeps a plan from being submitted; empty when nothing does. Pure. */
export function missingForSubmission({ endsOn }: Period, lineCount: number, today: LocalDate): string[] {
  return unmet([{ name: 'at least one plan line', met: lineCount > 0 }, notOver(endsOn, today)]);
}

/** What keeps a submitted plan from being approved; empty when nothing does. Pure. */
export const missingForApproval = ({ endsOn }: Period, today: LocalDate): string[] => unmet([notOver(endsOn, today)]);

/** What keeps an approved plan from being put in force; empty when nothing does. Pure. */
export const missingForStart = ({ startsOn }: Period, today: LocalDate): string[] =>
  unmet([{ name: `the first day of its period, ${startsOn}`, met: hasBegun(startsOn, today) }]);

/** What keeps a plan from being closed; empty when nothing does. Pure. */
export const missingForClosure = (openRevision: number | null): string[] =>
  unmet([
    { name: `its open revision, version ${openRevision}, to be approved or discarded`, met: openRevision === null },
  ]);

/** Days as text sort by time. */
export const hasBegun = (startsOn: string, today: LocalDate): boolean => startsOn <= today;

export const notOver = (endsOn: string, today: LocalDate) => ({
  name: `a period that is not over; this one ended on ${endsOn}`,
  met: endsOn >= today,
});
