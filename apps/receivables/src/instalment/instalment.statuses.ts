import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 首付 → 到货 → 验收 → 质保尾款: each waits for its trigger, is claimed and is collected (capability R01). */
export const InstalmentStatus = graphEnum('InstalmentStatus', 'Where an instalment stands (分期款状态).', {
  SCHEDULED: 'Its trigger has not come: a contract asset, outside receivables and ageing (未到触发点).',
  DUE: 'Its trigger has come: it has a due date and may be claimed (应收).',
  CLAIMED: 'Payment was claimed from the customer (已请款).',
  COLLECTED: 'Paid in full (已收齐).',
});
export type InstalmentStatus = keyof typeof InstalmentStatus;

/**
 * The instalment's lifecycle; there is no way around it. A part payment is no step, so a part-paid instalment stays where it is; a dispute is
 * none either: it stands beside the status. Money may come before the trigger, and before the claim.
 */
export const instalmentStatuses = lifecycle(
  'instalment',
  transitions<InstalmentStatus>()({
    SCHEDULED: ['DUE', 'COLLECTED'],
    DUE: ['CLAIMED', 'COLLECTED'],
    CLAIMED: ['COLLECTED'],
    COLLECTED: [],
  }),
);
