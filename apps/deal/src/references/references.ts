import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue (产品); owned by planning.');
export const Rep = entityReference('Rep', 'A member of the sales team (销售代表); owned by planning.');
export const PlanLine = entityReference(
  'PlanLine',
  'One account, one product, one owner of a plan (计划行); owned by planning.',
);
export const Lead = entityReference(
  'Lead',
  'A sign of demand on its way to an opportunity (线索); owned by acquisition.',
);
