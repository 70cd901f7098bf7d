import { graphEnum } from '@fivepoint/service';

/** The stages that events tell of, in the order in which a case goes through them. */
export const PipelineStage = graphEnum('PipelineStage', 'How far a case has come, from lead to contract (漏斗阶段).', {
  CAPTURED: 'A lead is on record (线索).',
  CLASSIFIED: 'How the customer buys is known (已分类).',
  VERIFY: 'An opportunity, to be verified as a deal (验证商机).',
  PRE_BID: 'Shaping the requirements before the tender (标前引导).',
  BID: 'The bid is being written or has been submitted (标书提交).',
  NEGOTIATE: 'Negotiating the contract (谈判签约).',
  SIGNED: 'Won: the contract is signed (已签约).',
});
export type PipelineStage = keyof typeof PipelineStage;

export const pipelineStages = Object.keys(PipelineStage) as readonly PipelineStage[];

/** The place of a stage in the order, from 0. */
export const rankOf = (stage: PipelineStage): number => pipelineStages.indexOf(stage);

export const PipelineOutcome = graphEnum('PipelineOutcome', 'How a case ended, if it did (结果).', {
  OPEN: 'Still being worked on (进行中).',
  WON: 'A contract was signed (赢单).',
  LOST: 'The deal was lost, or the lead given up (丢单或淘汰).',
});
export type PipelineOutcome = keyof typeof PipelineOutcome;
