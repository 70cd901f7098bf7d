import { type LocalDate, unmet } from '@fivepoint/kernel';

interface Period {
  periodStart: string;
  periodEnd: string;
}

/** What keeps a plan from being submitted; empty when nothing does. Pure. */
export function missingForSubmission({ periodEnd }: Period, lineCount: number, today: LocalDate): string[] {
  return unmet([{ name: 'at least one plan line', met: lineCount > 0 }, notOver(periodEnd, today)]);
}

/** What keeps a submitted plan from being approved; empty when nothing does. Pure. */
export const missingForApproval = ({ periodEnd }: Period, today: LocalDate): string[] =>
  unmet([notOver(periodEnd, today)]);

/** What keeps an approved plan from being put in force; empty when nothing does. Pure. */
export const missingForStart = ({ periodStart }: Period, today: LocalDate): string[] =>
  unmet([{ name: `the first day of its period, ${periodStart}`, met: hasBegun(periodStart, today) }]);

/** Days as text sort by time. */
export const hasBegun = (periodStart: string, today: LocalDate): boolean => periodStart <= today;

const notOver = (periodEnd: string, today: LocalDate) => ({
  name: `a period that is not over; this one ended on ${periodEnd}`,
  met: periodEnd >= today,
});
