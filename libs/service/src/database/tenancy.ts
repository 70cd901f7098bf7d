import { AsyncLocalStorage } from 'node:async_hooks';
import { LostConnection } from '@fivepoint/messaging';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Inside a transaction a second connection of the same pool would wait for itself under load: it is refused at once instead. */
const withinTransaction = new AsyncLocalStorage<boolean>();

function alone<T>(work: () => Promise<T>): Promise<T> {
  if (withinTransaction.getStore())
    throw new Error('a transaction is open here already: use its manager, not another connection');
  return withinTransaction.run(true, work);
}

/** The tenant as SQL text; everything but a UUID throws, so that the one-round-trip statements below need no parameters. */
function literal(tenantId: string): string {
  if (!uuidPattern.test(tenantId)) throw new Error(`a tenant id must be a lower-case UUID, got "${tenantId}"`);
  return `'${tenantId}'`;
}

/**
 * Who waits for a lock gives up before the gateway gives up on him (10 s), so that a few who wait behind one row do not hold every
 * connection of the pool; and a transaction that does nothing, because its process hangs or its host is gone, ends and lets its locks go.
 */
const patience = `set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '60s'`;

/** Runs `work` in one transaction in which row-level security shows only the tenant's rows. Throws roll back. */
export function inTenant<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  return alone(() => transaction(dataSource, tenantId, work));
}

async function transaction<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`set local app.tenant = ${literal(tenantId)}; ${patience}`);
    const result = await work(runner.manager, runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await rollBack(runner);
    throw told(error, runner);
  } finally {
    await runner.release();
  }
}

/** Reads in one read-only transaction, opened with its tenant in one round trip. */
export function readInTenant<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return alone(() => readOnly(dataSource, tenantId, work));
}

async function readOnly<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`begin read only; set local app.tenant = ${literal(tenantId)}`);
    const result = await work(runner.manager);
    await runner.query('commit');
    return result;
  } catch (error) {
    // A connection that broke has nothing to roll back; the first error is the one to tell.
    await runner.query('rollback').catch(() => undefined);
    throw told(error, runner);
  } finally {
    await runner.release();
  }
}

/** Before we do, only a connection that broke releases its runner; what is said on it next is called misuse. */
const told = (error: unknown, runner: QueryRunner): unknown => (runner.isReleased ? new LostConnection(error) : error);

async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}

/** SQL that closes a table to other tenants; the migration that creates a table ends with it. */
export function tenantPolicy(table: string): string {
  return `
    alter table ${table} enable row level security;
    create policy tenant on ${table}
      using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);`;
}
