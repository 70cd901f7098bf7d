import { among, is, sequenceOf } from '@fivepoint/service';
import { ContactCadence } from './contact-cadence';
import { ContactCadenceFilter } from './contact-cadence.inputs';

/** The one due first comes first; what narrows it is said of the accounts, and what is late is said of the key. */
export const ContactCadenceList = sequenceOf(ContactCadence, 'dueOn', 'ASC', {
  filter: ContactCadenceFilter,
  where: {
    accountId: is('id'),
    ownerId: is('ownerId'),
    team: is('team'),
    classes: among('class'),
    isOverdue: () => undefined,
    leastOverdueDays: () => undefined,
  },
});
