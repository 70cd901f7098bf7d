import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 待开始 → 进行中 → 已完成: the way of a step (rules §10); until it is done it may be called off. */
export const StepStatus = graphEnum('StepStatus', 'Where a step stands (步骤状态).', {
  PLANNED: 'Has its days and its owner, and has not begun (待开始).',
  STARTED: 'Its inputs were there, and it goes on (进行中).',
  DONE: 'Its outputs are there, at the degree that was asked for (已完成).',
  CANCELLED: 'Called off: nobody waits for it (已取消).',
});
export type StepStatus = keyof typeof StepStatus;

export const stepStatuses = lifecycle(
  'step',
  transitions<StepStatus>()({
    PLANNED: ['STARTED', 'CANCELLED'],
    STARTED: ['DONE', 'CANCELLED'],
    DONE: [],
    CANCELLED: [],
  }),
);
