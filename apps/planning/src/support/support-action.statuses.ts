import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 待开始 → 进行中 → 已完成 | 已取消: the way of help (capability P31). */
export const SupportActionStatus = graphEnum('SupportActionStatus', 'Where a support action stands (帮扶状态).', {
  OPEN: 'Nobody has begun (待开始).',
  STARTED: 'It is being given (进行中).',
  DONE: 'It was given (已完成).',
  CANCELLED: 'It is not given (已取消).',
});
export type SupportActionStatus = keyof typeof SupportActionStatus;

export const supportActionStatuses = lifecycle(
  'support action',
  transitions<SupportActionStatus>()({
    OPEN: ['STARTED', 'CANCELLED'],
    STARTED: ['DONE', 'CANCELLED'],
    DONE: [],
    CANCELLED: [],
  }),
);
