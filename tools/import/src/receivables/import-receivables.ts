import type { Table } from '../cells/table';
import type { Importer } from '../importer';
import type { ReceivablesMapping } from '../mapping/receivables-mapping';
import type { Draft } from '../plan';
import { planReceivables } from './plan-receivables';

/** Records a file of invoices: its owner and customers, then each invoice as a contract of one instalment, with its payment and dispute. */
export async function importReceivables(importer: Importer, mapping: ReceivablesMapping, table: Table): Promise<void> {
  const plan = planReceivables(mapping, table);
  const { owner } = mapping;
  const ownerDraft: Draft<typeof owner> = {
    ...{ file: 'mapping', line: 0, thing: 'rep', repairs: [] },
    externalId: owner.externalId,
    row: owner,
  };
  importer.read([ownerDraft, ...plan.customers, ...plan.invoices], plan.rejections);
  const owners = await importer.record('owner', 'recordPastReps', [ownerDraft], ({ row }) => row);
  const ownerId = owners.get(owner.externalId);
  const owned = { ownerId, team: owner.team };
  const accounts = await importer.record('customers', 'recordPastAccounts', plan.customers, ({ row }) =>
    ownerId ? { ...row, ownerId } : 'its owner was not recorded',
  );
  const contracts = await importer.record(
    'contracts',
    'recordPastContracts',
    plan.invoices,
    ({ row: { customer, amount, invoicedOn, dueDays } }) => {
      const accountId = accounts.get(customer);
      if (!accountId) return 'its customer was not recorded';
      const term = { name: mapping.invoices.instalment, basisPoints: 10_000, trigger: 'SIGNING', dueDays };
      return { ...owned, accountId, amount, signedOn: invoicedOn, paymentTerms: [term] };
    },
    { inPart: true },
  );
  const signed = plan.invoices.filter(({ externalId }) => contracts.has(externalId));
  await importer.record(
    'receivables',
    'recordPastReceivables',
    signed,
    ({ row: { customer, externalId, amount, invoicedOn, dueOn, receivedOn, disputed } }) => ({
      ...{ ...owned, accountId: accounts.get(customer), contractId: contracts.get(externalId) },
      ...{ amount, invoicedOn, dueOn, receivedOn, disputed },
    }),
  );
}
