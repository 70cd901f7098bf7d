import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 筛选线索 → 锁定商机: the purchase pattern first, then the four elements, then an opportunity (capabilities A03, A15, A20). */
export const LeadStatus = graphEnum('LeadStatus', 'Where a lead stands on its way to an opportunity (线索状态).', {
  CAPTURED: 'On record; how the customer buys is still to be said (待分类).',
  CLASSIFIED: 'How the customer buys is known; needs and BANT are being worked out (跟进中).',
  QUALIFIED: 'All four elements are met with evidence: it is an opportunity now (已转商机).',
  DISQUALIFIED: 'Not worth pursuing, with its reason (已淘汰).',
});
export type LeadStatus = keyof typeof LeadStatus;

/** The lead's lifecycle. Classifying again is a move of its own (偶发性升级); what turns out to be nothing may go unclassified. */
export const leadStatuses = lifecycle(
  'lead',
  transitions<LeadStatus>()({
    CAPTURED: ['CLASSIFIED', 'DISQUALIFIED'],
    CLASSIFIED: ['CLASSIFIED', 'QUALIFIED', 'DISQUALIFIED'],
    QUALIFIED: [],
    DISQUALIFIED: [],
  }),
);
