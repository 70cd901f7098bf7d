import { among, contains, has, holds, is, listOf } from '@fivepoint/service';
import { Account } from './account';
import { AccountFilter } from './account.inputs';
import { decidedConditions } from '../selection/decided-filter';
import { wantsMore } from './relationship-types';

export const AccountList = listOf(Account, 'accounts', {
  filter: AccountFilter,
  where: {
    nameContains: contains('name'),
    levels: among('level'),
    parentId: is('parentId'),
    ownerId: is('ownerId'),
    team: is('team'),
    hasOwner: has('ownerId'),
    stages: among('stage'),
    classes: among('class'),
    hasRelationshipGap: holds(wantsMore),
    ...decidedConditions,
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the organisation, in the order of a Chinese dictionary (名称).' },
  },
});
