import type { ListOptions } from '@fivepoint/service';
import type { Instalment } from './instalment';
import type { InstalmentFilter } from './instalment.inputs';

type Filter = NonNullable<ListOptions<Instalment>['filter']>;

/** Those with something outstanding, due or not. */
export const openInstalments: Filter = {
  key: 'open',
  where: (query) => void query.andWhere(`e.status <> 'COLLECTED'`),
};

/** What was allocated to the instalment `e` by the end of the day `:asOf`, in minor units. */
export const collectedAsOf = `coalesce((select sum(l.amount_minor) from ledger_entry l
  where l.tenant_id = e.tenant_id and l.instalment_id = e.id and l.effective_on <= :asOf), 0)`;

/** Whether payment of the instalment `e` is held back: by a dispute about it, or about its whole contract. */
export const inDispute = `exists (select from dispute d
  where d.tenant_id = e.tenant_id and d.contract_id = e.contract_id and d.status = 'OPEN' and coalesce(d.instalment_id, e.id) = e.id)`;

/** The list filter behind the input. */
export function narrowed(filter: InstalmentFilter): Filter {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.statuses?.length) query.andWhere('e.status in (:...statuses)', { statuses: filter.statuses });
      if (filter.open != null) query.andWhere(`e.status ${filter.open ? '<>' : '='} 'COLLECTED'`);
      if (filter.overdueAsOf)
        query.andWhere(`e.triggered_on <= :asOf and e.due_on < :asOf and e.amount_minor > ${collectedAsOf}`, {
          asOf: filter.overdueAsOf,
        });
      if (filter.disputed != null)
        query.andWhere(`${filter.disputed ? '' : 'not '}(e.status <> 'COLLECTED' and ${inDispute})`);
      if (filter.accountId) query.andWhere('e.account_id = :accountId', { accountId: filter.accountId });
      if (filter.contractId) query.andWhere('e.contract_id = :contractId', { contractId: filter.contractId });
      if (filter.ownerId) query.andWhere('e.owner_id = :ownerId', { ownerId: filter.ownerId });
    },
  };
}
