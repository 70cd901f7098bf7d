import { among, from, is, listOf, to } from '@fivepoint/service';
import { TrustOutcomeFilter } from './trust.inputs';
import { TrustOutcome } from './trust-outcome';

export const TrustOutcomeList = listOf(TrustOutcome, 'trustOutcomes', {
  filter: TrustOutcomeFilter,
  where: {
    accountId: is('accountId'),
    contactId: is('contactId'),
    kinds: among('kind'),
    happenedFrom: from('happenedOn'),
    happenedTo: to('happenedOn'),
  },
  orders: {
    HAPPENED_ON: { by: 'happenedOn', description: 'The day on which it happened (发生日).' },
  },
  order: { field: 'HAPPENED_ON', direction: 'DESC' },
});
