import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 编制 → 提交 → 批准 → 执行 → 关闭: the way of a plan (capability P02); who approves may return it (退回) instead. */
export const PlanStatus = graphEnum('PlanStatus', 'Where a plan stands (计划状态).', {
  DRAFT: 'Being written; the only status in which its lines change (编制中).',
  SUBMITTED: 'Waits for approval (已提交).',
  APPROVED: 'Approved, its targets are given out; the period has not begun (已批准).',
  IN_FORCE: 'Approved, and the period has begun (执行中).',
  CLOSED: 'Ended; what still comes in counts on (已关闭).',
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
