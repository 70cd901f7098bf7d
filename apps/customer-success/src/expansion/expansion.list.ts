import { among, from, is, listOf, to } from '@fivepoint/service';
import { Expansion } from './expansion';
import { ExpansionFilter } from './expansion.inputs';

export const ExpansionList = listOf(Expansion, 'expansions', {
  filter: ExpansionFilter,
  where: {
    statuses: among('status'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
  orders: {
    AMOUNT: { by: 'amount', description: 'What it is expected to be worth, currency by currency (预计金额).' },
    DUE_ON: { by: 'dueOn', description: 'When it should be signed (应签日).' },
  },
});
