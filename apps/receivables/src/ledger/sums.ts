import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';

/** What was collected of each instalment: the sum of what was allocated to it, in minor units; 0 where nothing was. */
export async function collectedOf(
  manager: EntityManager,
  tenantId: string,
  instalmentIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (instalmentIds.length === 0) return new Map();
  const rows: { id: string; sum: string }[] = await manager.query(
    `select instalment_id as id, sum(amount_minor)::text as sum from ledger_entry
      where tenant_id = $1 and instalment_id = any($2) group by instalment_id`,
    [tenantId, instalmentIds],
  );
  return summed(instalmentIds, rows);
}

/** The latest value date of the receipts that have paid something of an instalment; null where none has. */
export async function lastValueDateOf(
  manager: EntityManager,
  tenantId: string,
  instalmentId: string,
): Promise<LocalDate | null> {
  const [row]: { day: LocalDate | null }[] = await manager.query(
    `select max(r.received_on)::text as day from ledger_entry l
       join receipt r on r.tenant_id = l.tenant_id and r.id = l.receipt_id
      where l.tenant_id = $1 and l.instalment_id = $2`,
    [tenantId, instalmentId],
  );
  return row?.day ?? null;
}

/** What was allocated of each receipt, in minor units; the rest of its amount is unapplied, or in suspense. */
export async function allocatedOf(
  manager: EntityManager,
  tenantId: string,
  receiptIds: readonly string[],
): Promise<Map<string, bigint>> {
  const rows: { id: string; sum: string }[] = await manager.query(
    `select receipt_id as id, sum(amount_minor)::text as sum from ledger_entry
      where tenant_id = $1 and receipt_id = any($2) and kind = 'ALLOCATION' group by receipt_id`,
    [tenantId, receiptIds],
  );
  return summed(receiptIds, rows);
}

/** What each contract's instalments are worth and what was collected of them, in minor units; no entry where it has no instalments. */
export async function contractSums(
  manager: EntityManager,
  tenantId: string,
  contractIds: readonly string[],
): Promise<Map<string, { amount: bigint; collected: bigint }>> {
  const rows: { id: string; amount: string; collected: string }[] = await manager.query(
    `select i.contract_id as id, sum(i.amount_minor)::text as amount, coalesce(sum(paid.minor), 0)::text as collected
       from instalment i
       left join lateral (select sum(l.amount_minor) as minor from ledger_entry l
         where l.tenant_id = i.tenant_id and l.instalment_id = i.id) paid on true
      where i.tenant_id = $1 and i.contract_id = any($2) group by i.contract_id`,
    [tenantId, contractIds],
  );
  return new Map(
    rows.map(({ id, amount, collected }) => [id, { amount: BigInt(amount), collected: BigInt(collected) }]),
  );
}

const summed = (ids: readonly string[], rows: readonly { id: string; sum: string }[]): Map<string, bigint> =>
  new Map([...ids.map((id) => [id, 0n] as const), ...rows.map(({ id, sum }) => [id, BigInt(sum)] as const)]);
