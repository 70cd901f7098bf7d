import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue (产品); owned by planning.');
export const Rep = entityReference('Rep', 'A member of the sales team (销售代表); owned by planning.');
export const Contact = entityReference('Contact', 'A person at an account (联系人); owned by planning.');
export const PlanLine = entityReference(
  'PlanLine',
  'One account, one product, one owner of a plan (计划行); owned by planning.',
);
