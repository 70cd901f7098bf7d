/** What was allocated to the instalment `e` by the end of the day `:asOf`, in minor units. */
export const collectedAsOf = `coalesce((select sum(l.amount_minor) from ledger_entry l
  where l.tenant_id = e.tenant_id and l.instalment_id = e.id and l.effective_on <= :asOf), 0)`;

/** Whether payment of the instalment `e` is held back: by a dispute about it, or about its whole contract. */
export const inDispute = `exists (select from dispute d
  where d.tenant_id = e.tenant_id and d.contract_id = e.contract_id and d.status = 'OPEN' and coalesce(d.instalment_id, e.id) = e.id)`;
