import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue; owned by planning (产品).');
export const Rep = entityReference('Rep', 'A member of the sales team; owned by planning (销售代表).');
export const Contact = entityReference('Contact', 'A person at an account; owned by planning (联系人).');
export const PlanLine = entityReference(
  'PlanLine',
  'One account, one product, one owner of a plan; owned by planning (计划行).',
);
export const Referral = entityReference(
  'Referral',
  'A customer that brings another one to us; owned by customer-success (转介绍).',
);
