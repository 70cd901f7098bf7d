import { createHash } from 'node:crypto';
import { Column, type DataSource, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { IdempotencyKeyReused } from '../graph/refusals';

/** What a client's key was used for: kept 30 days, inserted first in the command's transaction (幂等键). */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('text') principal!: string;
  @PrimaryColumn('text') mutation!: string;
  @PrimaryColumn('text') key!: string;
  @Column('text') inputHash!: string;
  @Column('text', { nullable: true }) resultType!: string | null;
  @Column('uuid', { nullable: true }) resultId!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

const keptDays = 30;

/** How many old keys one command deletes at most, so that nobody waits for the tidying up. */
const deletedAtOnce = 500;
const hour = 3_600_000;
const tidiedAt = new WeakMap<DataSource, Map<string, number>>();

/** Deletes what has been kept long enough: with the tenant's first command in an hour, and with the next ones as long as there is more. */
async function forgetOldKeys(manager: EntityManager, tenantId: string, now: Date): Promise<void> {
  const tidied = tidiedAt.get(manager.connection) ?? new Map<string, number>();
  if (now.getTime() - (tidied.get(tenantId) ?? -Infinity) < hour) return;
  const before = new Date(now.getTime() - keptDays * 24 * hour);
  const [, deleted] = (await manager.query(
    `delete from idempotency_key where ctid = any (array (
       select ctid from idempotency_key where tenant_id = $1 and created_at < $2
       order by created_at limit ${deletedAtOnce} for update skip locked))`,
    [tenantId, before],
  )) as [unknown, number];
  if (deleted < deletedAtOnce) tidiedAt.set(manager.connection, tidied.set(tenantId, now.getTime()));
}

type KeyOf = Pick<IdempotencyKey, 'tenantId' | 'principal' | 'mutation' | 'key'>;

/**
 * Claims the key for this transaction; a second command with the same key waits here until the first one has ended.
 * Returns null when the key is new, the stored result of the first time, or the refusal when the input differs.
 */
export async function claimKey(
  manager: EntityManager,
  key: KeyOf,
  input: unknown,
  now: Date,
): Promise<null | { resultType: string; resultId: string } | IdempotencyKeyReused> {
  const inputHash = createHash('sha256').update(canonical(input)).digest('hex');
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(IdempotencyKey)
    .values({ ...key, inputHash, createdAt: now })
    .orIgnore()
    .returning('key')
    .execute();
  if ((inserted.raw as unknown[]).length > 0) {
    await forgetOldKeys(manager, key.tenantId, now);
    return null;
  }
  const stored = await manager.findOneBy(IdempotencyKey, key);
  // Somebody has just forgotten it, for it was that old: it is new again.
  if (!stored) return claimKey(manager, key, input, now);
  if (stored.inputHash !== inputHash) return new IdempotencyKeyReused(key.key);
  if (!stored.resultType || !stored.resultId) throw new Error(`idempotency key of ${key.mutation} has no result`);
  return { resultType: stored.resultType, resultId: stored.resultId };
}

export async function rememberResult(
  manager: EntityManager,
  key: KeyOf,
  resultType: string,
  resultId: string,
): Promise<void> {
  await manager.update(IdempotencyKey, key, { resultType, resultId });
}

/** The same input gives the same text, whatever the order of its fields; absent and null count as the same. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint') return `"${value}"`;
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return `{${entries
    // Stryker disable next-line EqualityOperator: no two fields have one name
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(',')}}`;
}
