import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const PursuitStatus = graphEnum(
  'PursuitStatus',
  'How far the pursuit of a targeted account has come (跟踪状态).',
  {
    OPEN: 'No opportunity is under way yet, or the last one was lost (跟踪中).',
    QUALIFIED: 'At least one of its leads is an opportunity that is still open (已锁定商机).',
    WON: 'A contract of its plan line is signed (已赢单).',
    WITHDRAWN: 'Its plan line was taken out of the plan before it was won (已撤销).',
  },
);
export type PursuitStatus = keyof typeof PursuitStatus;

/** The pursuit's lifecycle: it follows its leads and their deals, and the plan that asks for it. A plan line that is won may still take more leads towards its target. */
export const pursuitStatuses = lifecycle(
  'pursuit',
  transitions<PursuitStatus>()({
    OPEN: ['QUALIFIED', 'WON', 'WITHDRAWN'],
    QUALIFIED: ['OPEN', 'WON', 'WITHDRAWN'],
    WON: [],
    WITHDRAWN: ['OPEN', 'QUALIFIED', 'WON'],
  }),
);
