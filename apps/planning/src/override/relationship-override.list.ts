import { from, has, is, listOf, to } from '@fivepoint/service';
import { RelationshipOverrideFilter } from './override.inputs';
import { RelationshipOverride } from './relationship-override';

export const RelationshipOverrideList = listOf(RelationshipOverride, 'relationshipOverrides', {
  filter: RelationshipOverrideFilter,
  where: {
    accountId: is('accountId'),
    expiresFrom: from('expiresOn'),
    expiresTo: to('expiresOn'),
    hasEnded: has('endedOn'),
  },
  orders: {
    EXPIRES_ON: { by: 'expiresOn', description: 'The last day on which it counts (到期日).' },
  },
});
