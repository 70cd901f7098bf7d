import { DataSource } from 'typeorm';
import { AuditEntry, ChangeCollector } from '../command/audit';
import { IdempotencyKey } from '../command/idempotency';
import type { EntityClass } from '../database/classes';
import { SnakeCase } from '../database/naming';
import { MoneyColumnsLoaded } from '../graph/money';

/** The pool a service works with: the app role, which sees only the tenant that a transaction has set. */
export function appDataSource(url: string, entities: readonly EntityClass[], poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities, AuditEntry, IdempotencyKey],
    subscribers: [ChangeCollector, MoneyColumnsLoaded],
    namingStrategy: new SnakeCase(),
    synchronize: false,
    logging: false,
    poolSize,
    extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 },
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
}
