import type { CellStyle } from '../cells/row-reader';
import type { Table } from '../cells/table';
import type { CrmMapping } from '../mapping/crm-mapping';
import type { Draft, Rejection } from '../plan';
import { type AccountRow, planAccounts, planProducts, planReps, type ProductRow, type RepRow } from './master-data';
import { type DealRow, isDeal, isLead, type LeadRow, planOpportunities } from './opportunities';

export type CrmPart = 'products' | 'reps' | 'accounts' | 'opportunities';
export const crmParts: readonly CrmPart[] = ['products', 'reps', 'accounts', 'opportunities'];

/** Everything that a CRM's export gives, in the order in which it is to be recorded. */
export interface CrmPlan {
  products: Draft<ProductRow>[];
  reps: Draft<RepRow>[];
  accounts: Draft<AccountRow>[];
  leads: Draft<LeadRow>[];
  deals: Draft<DealRow>[];
  rejections: Rejection[];
}

/** Plans a whole export; pure. @param tables the files that the mapping names, all of them */
export function planCrm(mapping: CrmMapping, tables: Partial<Record<CrmPart, Table>>): CrmPlan {
  const style: CellStyle = mapping;
  const plans = { products: nothing<ProductRow>(), reps: nothing<RepRow>(), accounts: nothing<AccountRow>() };
  if (mapping.products && tables.products) plans.products = planProducts(mapping.products, tables.products, style);
  if (mapping.reps && tables.reps) plans.reps = planReps(mapping.name, mapping.reps, tables.reps, style);
  const reps = rowsOf(plans.reps);
  if (mapping.accounts && tables.accounts)
    plans.accounts = planAccounts(mapping.accounts, tables.accounts, style, reps);
  const known = { reps, accounts: rowsOf(plans.accounts), products: rowsOf(plans.products) };
  const opportunities =
    mapping.opportunities && tables.opportunities
      ? planOpportunities(mapping.opportunities, tables.opportunities, style, known)
      : nothing<LeadRow | DealRow>();
  const all = [plans.products, plans.reps, plans.accounts, opportunities];
  return {
    products: plans.products.drafts,
    reps: plans.reps.drafts,
    accounts: plans.accounts.drafts,
    leads: opportunities.drafts.filter(isLead),
    deals: opportunities.drafts.filter(isDeal),
    rejections: all.flatMap(({ rejections }) => rejections),
  };
}

interface Part<R> {
  drafts: Draft<R>[];
  rejections: Rejection[];
}

/** What a part of the mapping gives that is not there. */
const nothing = <R>(): Part<R> => ({ drafts: [], rejections: [] });
const rowsOf = <R>({ drafts }: Part<R>): R[] => drafts.map(({ row }) => row);
