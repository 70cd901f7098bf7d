import { graphEnum } from '@fivepoint/service';

export const InstalmentTrigger = graphEnum('InstalmentTrigger', 'What makes an instalment fall due (付款触发点).', {
  SIGNING: 'The signing of the contract: down payment (首付款).',
  DELIVERY: 'The delivery of the goods (到货款).',
  ACCEPTANCE: 'The acceptance of the work (验收款).',
  WARRANTY_END: 'The end of the warranty: retention (质保金).',
});
export type InstalmentTrigger = keyof typeof InstalmentTrigger;
