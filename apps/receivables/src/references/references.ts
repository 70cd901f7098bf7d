import { entityReference } from '@fivepoint/service';

export const Rep = entityReference('Rep', 'A member of the sales team (销售代表); owned by planning.');
