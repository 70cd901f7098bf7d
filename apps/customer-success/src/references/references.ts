import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue (产品); owned by planning.');
export const Rep = entityReference('Rep', 'A member of the sales team (销售代表); owned by planning.');
export const Deal = entityReference('Deal', 'An opportunity on its way to a contract (商机); owned by deal.');
