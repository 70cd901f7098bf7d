import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 待触发 → 已触发 → 已关闭: the way of a card (capability P39); what no longer threatens is closed without having happened. */
export const WarGameCardStatus = graphEnum('WarGameCardStatus', 'Where a war-game card stands (推演卡状态).', {
  OPEN: 'The move is expected; its trigger has not been seen (待触发).',
  TRIGGERED: 'The trigger was seen: our answer is on (已触发).',
  CLOSED: 'Nothing more comes of it (已关闭).',
});
export type WarGameCardStatus = keyof typeof WarGameCardStatus;

export const warGameCardStatuses = lifecycle(
  'war-game card',
  transitions<WarGameCardStatus>()({
    OPEN: ['TRIGGERED', 'CLOSED'],
    TRIGGERED: ['CLOSED'],
    CLOSED: [],
  }),
);
