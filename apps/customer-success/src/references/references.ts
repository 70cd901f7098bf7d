import { entityReference } from '@fivepoint/service';

export const Product = entityReference('Product', 'A product of the catalogue; owned by planning (产品).');
export const Rep = entityReference('Rep', 'A member of the sales team; owned by planning (销售代表).');
export const Deal = entityReference('Deal', 'An opportunity on its way to a contract; owned by deal (商机).');
