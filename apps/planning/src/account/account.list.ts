import { among, contains, has, is, listOf } from '@fivepoint/service';
import { Account } from './account';
import { AccountFilter } from './account.inputs';

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
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the organisation, in the order of a Chinese dictionary (名称).' },
  },
});
