import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const RenewalStatus = graphEnum('RenewalStatus', 'Where a renewal or an expansion stands (续单状态).', {
  PLANNED: 'Will be due; nobody has spoken about it yet (已计划).',
  IDENTIFIED: 'The need is known and handed to deal (已识别).',
  WON: 'Its contract is signed (已续签).',
  LOST: 'Its deal was lost (未续签).',
});
export type RenewalStatus = keyof typeof RenewalStatus;

/** The lifecycle of a renewal; an expansion begins IDENTIFIED. */
export const renewalStatuses = lifecycle(
  'renewal',
  transitions<RenewalStatus>()({
    PLANNED: ['IDENTIFIED'],
    IDENTIFIED: ['WON', 'LOST'],
    WON: [],
    LOST: [],
  }),
);
