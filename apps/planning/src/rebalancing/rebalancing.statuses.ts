import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 待批准 → 已批准 | 已否决: the way of a proposal (capability P29); what was decided stays decided, and the next one is a proposal of its own. */
export const RebalancingStatus = graphEnum('RebalancingStatus', 'Where a rebalancing stands (调节状态).', {
  PROPOSED: 'Worked out, and nobody has decided yet (待批准).',
  APPROVED: 'Its targets count for forecast and coverage (已批准).',
  REJECTED: 'It changes nothing (已否决).',
});
export type RebalancingStatus = keyof typeof RebalancingStatus;

export const rebalancingStatuses = lifecycle(
  'rebalancing',
  transitions<RebalancingStatus>()({
    PROPOSED: ['APPROVED', 'REJECTED'],
    APPROVED: [],
    REJECTED: [],
  }),
);
