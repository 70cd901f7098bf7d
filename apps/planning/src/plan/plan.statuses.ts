import { type LocalDate, transitions, unmet } from '@fivepoint/kernel';
import { graphEnum, type Identity, lifecycle } from '@fivepoint/service';

/** 编制 → 提交 → 批准 → 执行 → 关闭: the way of a plan (capability P02); who approves may return it (退回) instead. */
export const PlanStatus = graphEnum('PlanStatus', 'Where a plan stands (计划状态).', {
  DRAFT: 'Being written; the only status in which its lines change (编制中)',
  SUBMITTED: 'Waits for approval (已提交)',
  APPROVED: 'Approved, its targets are given out; the period has not begun (已批准)',
  IN_FORCE: 'Approved, and the period has begun (执行中)',
  CLOSED: 'Ended; what still comes in counts on (已关闭)',
});
export type PlanStatus = keyof typeof PlanStatus;

/** The plan's lifecycle; there is no way around it. Approval passes through APPROVED and on to IN_FORCE when the period has begun. */
export const planStatuses = lifecycle(
  'plan',
  transitions<PlanStatus>()({
    DRAFT: ['SUBMITTED'],
    SUBMITTED: ['APPROVED', 'DRAFT'],
    APPROVED: ['IN_FORCE'],
    IN_FORCE: ['CLOSED'],
    CLOSED: [],
  }),
);

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

type Approver = 'EXECUTIVE' | 'ADMIN' | 'MANAGER';

/** Who may approve a plan (capability X13): for a team its manager, too; for the whole company only EXECUTIVE and ADMIN. */
export const approversOf = (team: string | null): readonly Approver[] =>
  team === null ? ['EXECUTIVE', 'ADMIN'] : ['EXECUTIVE', 'ADMIN', 'MANAGER'];

/** The role by which the caller approves a plan of this team, or null when none of its roles may; a manager for own teams. Pure. */
export const approvingRole = (
  { roles, teams }: Pick<Identity, 'roles' | 'teams'>,
  team: string | null,
): Approver | null =>
  approversOf(team).find(
    (role) => roles.includes(role) && (role !== 'MANAGER' || (team !== null && teams.includes(team))),
  ) ?? null;
