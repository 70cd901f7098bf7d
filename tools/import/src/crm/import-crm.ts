import { join } from 'node:path';
import { readTable, type Table } from '../cells/table';
import type { Ids, Importer } from '../importer';
import type { CrmMapping } from '../mapping/crm-mapping';
import type { Draft } from '../plan';
import { parentsFirst } from './hierarchy';
import type { AccountRow } from './master-data';
import type { References } from './opportunities';
import { type CrmPart, crmParts, type CrmPlan, planCrm } from './plan-crm';

/** The files of a folder that the mapping names. Throws UnreadableFile and RangeError before anything is sent. */
export function readCrm(mapping: CrmMapping, folder: string): Partial<Record<CrmPart, Table>> {
  const tables: Partial<Record<CrmPart, Table>> = {};
  for (const part of crmParts) {
    const section = mapping[part];
    if (section) tables[part] = readTable(join(folder, section.file), mapping);
  }
  return tables;
}

/** Records a CRM's export: products, reps, accounts, then what refers to them. */
export async function importCrm(importer: Importer, mapping: CrmMapping, tables: Partial<Record<CrmPart, Table>>) {
  const plan = planCrm(mapping, tables);
  importer.read([...plan.products, ...plan.reps, ...plan.accounts, ...plan.leads, ...plan.deals], plan.rejections);
  const products = await importer.record('products', 'recordPastProducts', plan.products, ({ row }) => row);
  const byManager = parentsFirst(plan.reps, ({ row }) => row.managerExternalId);
  const reps = await importer.record('reps', 'recordPastReps', byManager, ({ row }) => row, { inOrder: true });
  const byParent = parentsFirst(plan.accounts, ({ row }) => row.parentExternalId);
  const accountOf = ({ row: { ownerExternalId, ...rest } }: Draft<AccountRow>) => {
    const ownerId = ownerExternalId === null ? null : reps.get(ownerExternalId);
    return ownerId === undefined ? notRecorded('rep') : { ...rest, ownerId };
  };
  const accounts = await importer.record('accounts', 'recordPastAccounts', byParent, accountOf, { inOrder: true });
  if (importer.stopped) return;
  await recordOpportunities(importer, plan, { reps, accounts, products });
}

async function recordOpportunities(
  importer: Importer,
  { leads, deals }: CrmPlan,
  ids: { reps: Ids; accounts: Ids; products: Ids },
): Promise<void> {
  const rowOf = ({ row: { refers, fields } }: Draft<{ refers: References; fields: object }>) => {
    const ownerId = ids.reps.get(refers.rep);
    const accountId = refers.account === null ? null : ids.accounts.get(refers.account);
    const productId = refers.product === null ? null : ids.products.get(refers.product);
    if (ownerId === undefined) return notRecorded('rep');
    if (accountId === undefined) return notRecorded('account');
    if (productId === undefined) return notRecorded('product');
    return { ...fields, ownerId, accountId, productId, team: refers.team };
  };
  await importer.record('leads', 'recordPastLeads', leads, rowOf);
  await importer.record('deals', 'recordPastDeals', deals, rowOf);
}

const notRecorded = (what: string) => `its ${what} was not recorded; that line of the report says why`;
