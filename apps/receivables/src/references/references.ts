import { entityReference } from '@fivepoint/service';

export const Rep = entityReference('Rep', 'A member of the sales team; owned by planning (销售代表).');
