import { graphEnum } from '@fivepoint/service';

export const AttainmentBy = graphEnum('AttainmentBy', 'What a row of attainment is of (达成维度).', {
  LINE: 'A plan line (计划行).',
  OWNER: 'The owner of the lines (责任人).',
  TEAM: 'The team of the lines (团队).',
  PRODUCT: 'The product of the lines (产品).',
  ACCOUNT: 'The account of the lines, without those beneath it (客户).',
  MONTH:
    'A calendar month of the period; a target is for the whole period, and a month has of it what its days are of the period (月份).',
});
export type AttainmentBy = keyof typeof AttainmentBy;
