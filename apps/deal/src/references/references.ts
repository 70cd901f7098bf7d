import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue; owned by planning (产品).');
export const Rep = entityReference('Rep', 'A member of the sales team; owned by planning (销售代表).');
export const PlanLine = entityReference(
  'PlanLine',
  'One account, one product, one owner of a plan; owned by planning (计划行).',
);
export const Renewal = entityReference(
  'Renewal',
  'The next contract with a customer that has one; owned by customer-success (续单).',
);
export const Expansion = entityReference(
  'Expansion',
  'A need of a customer that goes beyond what it has; owned by customer-success (增购).',
);
