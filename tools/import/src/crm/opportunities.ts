import type { LocalDate, MoneyJson } from '@fivepoint/kernel';
import { type Named, NameIndex } from '../cells/names';
import type { CellStyle, RowReader } from '../cells/row-reader';
import type { Table } from '../cells/table';
import type { ReferenceCell } from '../mapping/cells';
import type { CrmMapping, OpportunityStage } from '../mapping/crm-mapping';
import { type Draft, type Plan, TablePlan, type Thing } from '../plan';
import type { RepRow } from './master-data';

type Fields = NonNullable<CrmMapping['opportunities']>['fields'];
type DealStage = Exclude<OpportunityStage, 'LEAD'>;

/** Whom and what an opportunity refers to, by their ids in the older system. */
export interface References {
  rep: string;
  team: string;
  account: string | null;
  product: string | null;
}

export interface LeadRow {
  stage: 'LEAD';
  refers: References;
  fields: { title: string; source: string; capturedOn: LocalDate; expectedAmount: MoneyJson | null };
}

export interface DealRow {
  stage: DealStage;
  refers: References;
  fields: {
    kind: string;
    stage: DealStage;
    amount: MoneyJson | null;
    openedOn: LocalDate | null;
    closedOn: LocalDate | null;
    lossReason: string | null;
  };
}

export type OpportunityRow = LeadRow | DealRow;

/** What opportunities may refer to: what the other files gave. */
export interface Known {
  reps: readonly RepRow[];
  accounts: readonly Named[];
  products: readonly Named[];
}

/** What has not become a deal yet is a lead; everything else is a deal in its stage. */
export function planOpportunities(
  { fields }: NonNullable<CrmMapping['opportunities']>,
  table: Table,
  style: CellStyle,
  known: Known,
): Plan<OpportunityRow> {
  const index = <T extends Named>(all: readonly T[], cell: ReferenceCell | undefined) =>
    new NameIndex(all, cell?.ignore ?? [], cell?.by ?? 'name');
  const reps = index(known.reps, fields.rep);
  const accounts = index(known.accounts, fields.account);
  const products = index(known.products, fields.product);
  return new TablePlan<OpportunityRow>(table, style, 'opportunity').each((reader) => {
    const externalId = reader.required(fields.externalId, reader.text(fields.externalId));
    const stage = reader.required(fields.stage, reader.choice(fields.stage));
    const rep = reader.required(fields.rep, reader.reference(fields.rep, reps, "the reps' file"));
    const account = reader.reference(fields.account, accounts, "the accounts' file");
    const product = reader.reference(fields.product, products, "the products' file");
    const refers = rep && {
      rep: rep.externalId,
      team: rep.team,
      account: account?.externalId ?? null,
      product: product?.externalId ?? null,
    };
    const title = [product?.name, account?.name].filter(Boolean).join(' · ') || externalId || '';
    const row =
      stage === 'LEAD' ? readLead(reader, fields, refers, title) : stage && readDeal(reader, fields, refers, stage);
    const thing: Thing = stage === null ? 'opportunity' : stage === 'LEAD' ? 'lead' : 'deal';
    return { externalId, row, thing };
  });
}

function readLead(reader: RowReader, fields: Fields, refers: References | null, title: string): LeadRow | null {
  const capturedOn = reader.required(fields.capturedOn, reader.date(fields.capturedOn));
  const rest = {
    title: reader.text(fields.title) ?? title,
    source: reader.choice(fields.source) ?? 'OTHER',
    expectedAmount: reader.amount(fields.amount),
  };
  return refers && capturedOn ? { stage: 'LEAD', refers, fields: { capturedOn, ...rest } } : null;
}

function readDeal(reader: RowReader, fields: Fields, refers: References | null, stage: DealStage): DealRow | null {
  const [openedOn, closedOn] = [reader.date(fields.openedOn), reader.date(fields.closedOn)];
  const rest = {
    kind: reader.choice(fields.kind) ?? 'NEW',
    amount: reader.amount(fields.amount),
    lossReason: reader.text(fields.lossReason),
  };
  return refers && { stage, refers, fields: { stage, openedOn, closedOn, ...rest } };
}

export const isLead = (draft: Draft<OpportunityRow>): draft is Draft<LeadRow> => draft.row.stage === 'LEAD';
export const isDeal = (draft: Draft<OpportunityRow>): draft is Draft<DealRow> => draft.row.stage !== 'LEAD';
