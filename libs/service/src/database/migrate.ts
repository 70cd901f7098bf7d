import { DataSource } from 'typeorm';
import type { MigrationClass } from './classes';

interface Migrated {
  name: string;
  migrations: readonly MigrationClass[];
}

/** Brings a service's database up to date, as its owner; returns the names of the migrations it ran. Safe to run at the same time twice. */
export async function migrate({ migrations }: Pick<Migrated, 'migrations'>, ownerUrl: string): Promise<string[]> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    poolSize: 2,
  }).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query(`select pg_advisory_lock(hashtext('fivepoint.migrate'))`);
      return (await dataSource.runMigrations()).map(({ name }) => name);
    } finally {
      await runner.query(`select pg_advisory_unlock(hashtext('fivepoint.migrate'))`).catch(() => undefined);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** The database is older than the code. */
export class NotMigrated extends Error {
  override readonly name = 'NotMigrated';
}

/**
 * Throws NotMigrated with the missing migrations and the command that runs them.
 * @returns the migrations that ran there and are not known here: the database is newer than the code
 */
export async function requireMigrated(
  dataSource: DataSource,
  { name: service, migrations }: Migrated,
): Promise<string[]> {
  const expected = migrations.map((migration) => new migration().name ?? migration.name);
  const rows: { name: string }[] = await dataSource.query('select name from migrations').catch(() => []);
  const done = new Set(rows.map(({ name }) => name));
  const missing = expected.filter((name) => !done.has(name));
  if (missing.length > 0)
    throw new NotMigrated(
      `the database of ${service} lacks ${missing.join(', ')}; run the provision program (tools/provision) first`,
    );
  return [...done].filter((name) => !expected.includes(name));
}
