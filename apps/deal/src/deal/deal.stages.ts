import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 验证商机 → 标前引导 → 标书提交 → 谈判签约: the four steps of winning a deal, in order (capability D01). */
export const DealStage = graphEnum('DealStage', 'Where a deal stands on its way to a contract (商机阶段).', {
  VERIFY: 'Is the opportunity real and worth it? (验证商机).',
  PRE_BID: 'Shaping the requirements before the tender (标前引导).',
  BID: 'The bid is being written or has been submitted (标书提交).',
  NEGOTIATE: 'Negotiating the contract (谈判签约).',
  SIGNED: 'Won: the contract is signed (已签约).',
  LOST: 'Lost, with its reason (丢单).',
});
export type DealStage = keyof typeof DealStage;

/** The deal's lifecycle; there is no way around it. SIGNED is reached by signing a contract only, LOST by losing the deal only. */
export const dealStages = lifecycle(
  'deal',
  transitions<DealStage>()({
    VERIFY: ['PRE_BID', 'LOST'],
    PRE_BID: ['BID', 'LOST'],
    BID: ['NEGOTIATE', 'LOST'],
    NEGOTIATE: ['SIGNED', 'LOST'],
    SIGNED: [],
    LOST: [],
  }),
  'stage',
);
