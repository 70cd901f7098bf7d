import { among, from, is, listOf, to } from '@fivepoint/service';
import { Renewal } from './renewal';
import { RenewalFilter } from './renewal.inputs';

export const RenewalList = listOf(Renewal, 'renewals', {
  filter: RenewalFilter,
  where: {
    statuses: among('status'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
  orders: {
    AMOUNT: {
      by: 'amount',
      description: 'What the next contract is expected to be worth, currency by currency (续单金额).',
    },
    DUE_ON: { by: 'dueOn', description: 'When the customer should have signed again (应续签日).' },
  },
  order: { field: 'DUE_ON', direction: 'ASC' },
});
