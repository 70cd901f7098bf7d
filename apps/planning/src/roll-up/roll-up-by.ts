import { graphEnum } from '@fivepoint/service';

export const RollUpBy = graphEnum('RollUpBy', 'What the lines of a row have in common (汇总维度).', {
  PRODUCT: 'Their product (产品).',
  TEAM: 'Their team (团队).',
  OWNER: 'Their owner (责任人).',
  ACCOUNT: 'Their account, without those beneath it (客户).',
  GROUP: 'The group that their account is or stands beneath; a row without account is what stands beneath none (集团).',
  PROVINCE: 'The account of level PROVINCE that their account is or stands beneath; likewise (省级).',
  CITY: 'The account of level CITY that their account is or stands beneath; likewise (地市级).',
  UNIT: 'The account of level UNIT that their account is or stands beneath; likewise (单位).',
});
export type RollUpBy = keyof typeof RollUpBy;
