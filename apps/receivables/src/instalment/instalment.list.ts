import { among, from, holds, is, listOf, to } from '@fivepoint/service';
import { Instalment } from './instalment';
import { collectedAsOf, inDispute } from './instalment.filters';
import { InstalmentFilter } from './instalment.inputs';

export const InstalmentList = listOf(Instalment, 'instalments', {
  filter: InstalmentFilter,
  where: {
    statuses: among('status'),
    open: holds(`e.status <> 'COLLECTED'`),
    overdueAsOf: (query, asOf) =>
      query.andWhere(`e.triggered_on <= :asOf and e.due_on < :asOf and e.amount_minor > ${collectedAsOf}`, { asOf }),
    disputed: holds(`e.status <> 'COLLECTED' and ${inDispute}`),
    accountId: is('accountId'),
    contractId: is('contractId'),
    ownerId: is('ownerId'),
    team: is('team'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
  },
  orders: {
    AMOUNT: { by: 'amount', description: 'The whole of it, currency by currency (应收金额).' },
    DUE_ON: { by: 'dueOn', description: 'The due date (到期日).' },
  },
});
