import { graphEnum } from '@fivepoint/service';

export const PurchasePattern = graphEnum('PurchasePattern', 'How the customer buys (购买类型).', {
  RECURRING: 'Buys again and again, from listed suppliers (持续购买).',
  PROJECT: 'Buys once, for a project (偶发购买).',
});
export type PurchasePattern = keyof typeof PurchasePattern;
