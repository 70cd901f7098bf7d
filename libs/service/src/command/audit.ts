import {
  Column,
  Entity,
  type EntityManager,
  type EntityMetadata,
  type EntitySubscriberInterface,
  EventSubscriber,
  type InsertEvent,
  type ObjectLiteral,
  PrimaryColumn,
  type QueryRunner,
  type RemoveEvent,
  type UpdateEvent,
} from 'typeorm';

/** One changed row: what it was and what it became, column by column; null where there was or is none. */
export interface Change {
  entity: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Who changed what, when, before and after: one row per mutation or handled event (审计记录). */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') principal!: string;
  @Column('text') mutation!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') requestId!: string;
  @Column('text', { nullable: true }) resultType!: string | null;
  @Column('uuid', { nullable: true }) resultId!: string | null;
  @Column('jsonb') changes!: Change[];
}

const bookkeeping = new Set(['AuditEntry', 'IdempotencyKey']);

/** Collects what a transaction changes, as TypeORM tells it, so that no command has to remember its audit row. */
@EventSubscriber()
export class ChangeCollector implements EntitySubscriberInterface {
  afterInsert(event: InsertEvent<ObjectLiteral>): void {
    note(event.queryRunner, event.metadata, null, event.entity);
  }

  afterUpdate(event: UpdateEvent<ObjectLiteral>): void {
    if (event.entity) note(event.queryRunner, event.metadata, event.databaseEntity ?? null, event.entity);
  }

  afterRemove(event: RemoveEvent<ObjectLiteral>): void {
    note(event.queryRunner, event.metadata, event.databaseEntity, null);
  }
}

/** From now on the transaction's changes are collected into the returned list. */
export function collectChanges(manager: EntityManager): Change[] {
  const changes: Change[] = [];
  if (!manager.queryRunner) throw new Error('changes are collected within a transaction only');
  manager.queryRunner.data['changes'] = changes;
  return changes;
}

function note(
  runner: QueryRunner,
  metadata: EntityMetadata,
  before: ObjectLiteral | null,
  after: ObjectLiteral | null | undefined,
): void {
  const changes = runner.data['changes'] as Change[] | undefined;
  if (!changes || bookkeeping.has(metadata.name)) return;
  const was = before && plain(metadata, before);
  const is = after ? plain(metadata, after) : null;
  const id = String((is ?? was)?.['id'] ?? '');
  changes.push(
    was && is
      ? { entity: metadata.name, id, ...difference(was, is) }
      : { entity: metadata.name, id, before: was, after: is },
  );
}

function plain(metadata: EntityMetadata, row: ObjectLiteral): Record<string, unknown> {
  return Object.fromEntries(
    metadata.columns
      .filter((column) => column.propertyPath !== 'tenantId')
      .map((column) => [column.propertyPath, printable(column.getEntityValue(row))] as const)
      .filter(([, value]) => value !== undefined),
  );
}

const printable = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

function difference(was: Record<string, unknown>, is: Record<string, unknown>) {
  const changed = Object.keys(is).filter((key) => JSON.stringify(was[key] ?? null) !== JSON.stringify(is[key] ?? null));
  const pick = (row: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, row[key] ?? null]));
  return { before: pick(was), after: pick(is) };
}
