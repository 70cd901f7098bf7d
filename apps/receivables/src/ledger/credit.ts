import type { LocalDate } from '@fivepoint/kernel';
import { type Viewer, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { Receipt } from '../receipt/receipt';
import { LedgerEntry } from './ledger-entry';

/** Money that pays nothing, in minor units of one currency. */
export interface Credit {
  accountId: string;
  currency: string;
  minor: bigint;
}

/** Money of an account enters its credit by its receipt, or by being identified, and leaves it by what it pays. */
const credit = `sum(case l.kind when 'ALLOCATION' then -l.amount_minor else l.amount_minor end)`;
/** Money of nobody enters suspense by its receipt, and leaves it by being identified. */
const suspense = `sum(case when l.kind = 'IDENTIFICATION' then -l.amount_minor when l.kind = 'RECEIPT' and l.account_id is null then l.amount_minor else 0 end)`;

/** What each account has paid beyond its instalments, as far as the viewer may see the receipts: now, or at the end of a day. */
export async function unappliedCredit(
  manager: EntityManager,
  viewer: Viewer,
  { accountIds, asOf }: { accountIds?: readonly string[]; asOf?: LocalDate },
): Promise<Credit[]> {
  const query = entries(manager, viewer, asOf).andWhere('l.account_id is not null');
  if (accountIds) query.andWhere('l.account_id = any(:accountIds)', { accountIds });
  const rows = await query
    .select('l.account_id', 'accountId')
    .addSelect('l.amount_currency', 'currency')
    .addSelect(`${credit}::text`, 'minor')
    .groupBy('l.account_id')
    .addGroupBy('l.amount_currency')
    .having(`${credit} <> 0`)
    .getRawMany<{ accountId: string; currency: string; minor: string }>();
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

/** What waits in suspense, by currency: now, or at the end of a day. */
export async function inSuspense(
  manager: EntityManager,
  viewer: Viewer,
  { asOf }: { asOf?: LocalDate },
): Promise<Omit<Credit, 'accountId'>[]> {
  const rows = await entries(manager, viewer, asOf)
    .select('l.amount_currency', 'currency')
    .addSelect(`${suspense}::text`, 'minor')
    .groupBy('l.amount_currency')
    .having(`${suspense} <> 0`)
    .getRawMany<{ currency: string; minor: string }>();
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

function entries(manager: EntityManager, viewer: Viewer, asOf: LocalDate | undefined) {
  const query = visibleRows(manager, Receipt, viewer).innerJoin(
    LedgerEntry,
    'l',
    'l.tenant_id = e.tenant_id and l.receipt_id = e.id',
  );
  return asOf ? query.andWhere('l.effective_on <= :asOf', { asOf }) : query;
}
