import { contains, has, is, listOf } from '@fivepoint/service';
import { Contact } from './contact';
import { ContactFilter } from './contact.inputs';

export const ContactList = listOf(Contact, 'contacts', {
  filter: ContactFilter,
  where: {
    nameContains: contains('name'),
    roles: (query, roles) => query.andWhere('e.roles && :filter_roles', { filter_roles: roles }),
    hasLeft: has('leftOn'),
    accountId: is('accountId'),
    relationshipOwnerId: is('relationshipOwnerId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the person, in the order of a Chinese dictionary (姓名).' },
  },
});
