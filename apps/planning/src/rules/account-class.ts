import { graphEnum } from '@fivepoint/service';

export const AccountClass = graphEnum('AccountClass', 'Class in the customer portfolio matrix (客户类型).', {
  CORE: 'As shipped: high potential, high relationship (核心客户).',
  TRACTION: 'As shipped: high potential, low relationship, to be pulled to us (牵引客户).',
  GROWTH: 'As shipped: low potential, high relationship, whose demand is to grow (成长客户).',
  PROBLEM: 'As shipped: low potential, low relationship (问题客户).',
});
export type AccountClass = keyof typeof AccountClass;
