import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const PlanVersionStatus = graphEnum('PlanVersionStatus', 'Where a version of a plan stands (计划版本状态).', {
  DRAFT: 'Being written; the only status in which its lines change (编制中).',
  SUBMITTED: 'Waits for approval (已提交).',
  APPROVED: 'It counts, and its period has not begun (已批准).',
  IN_FORCE: 'It counts, and its period has begun (执行中).',
  SUPERSEDED: 'A later version was approved and counts in its place (已被取代).',
  CLOSED: 'It counted when the plan was closed (已关闭).',
  DISCARDED: 'A revision that was given up before it was approved (已放弃).',
});
export type PlanVersionStatus = keyof typeof PlanVersionStatus;

/** A version's lifecycle: that of the plan's first is the plan's own; a revision may be discarded, and takes the place of the one before it. */
export const planVersionStatuses = lifecycle(
  'plan version',
  transitions<PlanVersionStatus>()({
    DRAFT: ['SUBMITTED', 'DISCARDED'],
    SUBMITTED: ['APPROVED', 'DRAFT', 'DISCARDED'],
    APPROVED: ['IN_FORCE', 'SUPERSEDED'],
    IN_FORCE: ['SUPERSEDED', 'CLOSED'],
    SUPERSEDED: [],
    CLOSED: [],
    DISCARDED: [],
  }),
);
