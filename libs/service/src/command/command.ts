import type { EventType, ServiceName } from '@fivepoint/contracts';
import { DomainError, type LocalDate, localDateOf, uuidv7 } from '@fivepoint/kernel';
import { emitAll, type EmitRequest } from '@fivepoint/messaging';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { type Change, collectChanges } from './audit';
import type { Aggregate, Origin } from '../entity/aggregate';
import { findRow, lockRow } from '../entity/load';
import type { Viewer } from '../entity/visibility';
import { writingNoMoney } from '../graph/money';
import type { NotFound, VersionConflict } from '../graph/refusals';
import type { Identity, Role } from '../identity/identity';

/** What caused a command: a person's request, or an event from another service. */
export interface Cause {
  identity: Identity;
  now: Date;
  requestId: string;
  /** The turn of the lifecycle that new aggregates belong to; a command without one starts one. */
  correlationId: string;
  causationId?: string;
  traceparent?: string;
  /** The projection that it works for, by its name: it emits nothing, because a rebuild would publish it once more. */
  projection?: string;
  /** Set while recorded history is taken in: what is emitted then is history, too. */
  origin?: 'import';
}

export type CommandEmit<T extends EventType> = Omit<EmitRequest<T>, 'correlationId' | 'origin' | 'time'> & {
  correlationId?: string;
  /** The day that it tells of: its time in recorded history. A live event tells of now. */
  day?: string | undefined;
};

export interface CommandSettings {
  service: ServiceName;
  seesAll: readonly Role[];
  timeZoneOf(manager: EntityManager, tenantId: string): Promise<string>;
}

/** Rows in one statement: PostgreSQL takes 65,535 parameters, and no table of ours has 100 columns. */
const rowsAtOnce = 500;

/** One transaction's worth of intent: commands take it, whether a resolver or a handoff calls them. */
export class Command implements Viewer {
  readonly identity: Identity;
  readonly seesAll: readonly Role[];
  readonly tenantId: string;
  /** The one instant of this command; all its rows and events carry it. */
  readonly now: Date;
  readonly correlationId: string;
  private readonly facts: EmitRequest<EventType>[] = [];
  /** What this command has changed so far, for its audit row. */
  readonly changes: Change[];
  /** Rows that are to be written together; null where each is written at once. */
  private gathered: { added: Set<object>; saved: Set<object> } | null = null;

  constructor(
    readonly manager: EntityManager,
    readonly cause: Cause,
    private readonly settings: CommandSettings,
  ) {
    this.identity = cause.identity;
    this.seesAll = settings.seesAll;
    this.tenantId = cause.identity.tenantId;
    this.now = cause.now;
    this.correlationId = cause.correlationId;
    this.changes = collectChanges(manager);
  }

  /** What every new row begins with. */
  newRow(): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id: uuidv7(this.now.getTime()) };
  }

  /** What every new aggregate begins with: in the command's turn of the lifecycle, unless it belongs to another one. */
  newAggregate(correlationId = this.correlationId): {
    tenantId: string;
    id: string;
    createdAt: Date;
    correlationId: string;
    origin: Origin;
  } {
    const origin = this.cause.origin === 'import' ? 'IMPORTED' : 'LIVE';
    return { ...this.newRow(), createdAt: this.now, correlationId, origin };
  }

  /** A turn of the lifecycle of its own: for what begins one, such as a plan line, a renewal or a referral. */
  newTurn(): string {
    return uuidv7(this.now.getTime());
  }

  /** Returns the row that the input names, or the refusal to return; for what is only referred to. */
  find<T extends ObjectLiteral & { id: string }>(
    entity: EntityClass & (new () => T),
    id: string,
  ): Promise<T | NotFound> {
    return findRow(this.manager, this, entity, id);
  }

  /** Locks and returns the row to change, or the refusal to return. */
  lock<T extends ObjectLiteral & { id: string }>(
    entity: EntityClass & (new () => T),
    id: string,
    expectedVersion?: number | null,
  ): Promise<T | NotFound | VersionConflict> {
    return lockRow(this.manager, this, entity, id, expectedVersion);
  }

  /** Writes a new row; it is audited. */
  async add<T extends object>(row: T): Promise<T> {
    if (this.gathered) this.gathered.added.add(row);
    else await this.manager.insert(row.constructor, row);
    return row;
  }

  /** Writes a changed row; what it was and what it became are audited. */
  async save<T extends object>(row: T): Promise<T> {
    if (!this.gathered) await this.saveAll([row]);
    else if (!this.gathered.added.has(row)) this.gathered.saved.add(row);
    return row;
  }

  /** Makes the version of a locked row grow where not the row itself has changed, but what belongs to it, such as a finding of a lead. */
  async touch<T extends Aggregate>(row: T): Promise<T> {
    const { tenantId, id } = row;
    const growing = { version: () => 'version + 1' };
    const update = this.manager.createQueryBuilder().update<Aggregate>(row.constructor).set(growing);
    await update.where({ tenantId, id }).callListeners(false).execute();
    row.version += 1;
    return row;
  }

  /**
   * Runs a part whose rows are written together at its end, by a statement for many instead of one for each: for history, which comes in
   * thousands of rows. The part looks nothing up that it has added or saved itself.
   * @param order the classes of the rows that it adds, those first that others refer to
   */
  async writeTogether<R>(order: readonly EntityClass[], part: () => Promise<R>): Promise<R> {
    const gathered = { added: new Set<object>(), saved: new Set<object>() };
    this.gathered = gathered;
    const result = await part().finally(() => (this.gathered = null));
    const left = new Set(gathered.added);
    for (const entity of order) {
      const rows = [...gathered.added].filter((row) => row.constructor === entity);
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        await this.manager.insert(entity, rows.slice(from, from + rowsAtOnce));
      for (const row of rows) left.delete(row);
    }
    for (const row of left) throw new Error(`writeTogether was not told when to write a ${row.constructor.name}`);
    const classes = new Set([...gathered.saved].map((row) => row.constructor));
    for (const entity of classes) await this.saveAll([...gathered.saved].filter((row) => row.constructor === entity));
    return result;
  }

  /** @param rows of one class */
  private async saveAll(rows: readonly object[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const metadata = this.manager.connection.getMetadata(first.constructor);
    const write = rows.reduce<() => Promise<unknown>>(
      (inner, row) => () => writingNoMoney(metadata, row, inner),
      () => this.manager.save([...rows]),
    );
    await write();
  }

  /** Publishes a fact in this transaction: either both the change and the event are there, or neither. */
  emit<T extends EventType>({ day, ...request }: CommandEmit<T>): void {
    const { origin } = this.cause;
    this.facts.push({
      correlationId: this.correlationId,
      ...request,
      ...(origin && { origin }),
      ...(origin && day && { time: new Date(`${day}T00:00:00Z`) }),
    } as EmitRequest<EventType>);
  }

  /**
   * Writes the emitted facts, last in the transaction and in the order of their keys: streams are locked briefly, and never crosswise.
   * Throws where a projection has emitted.
   */
  async flush(): Promise<void> {
    const { causationId, traceparent, projection } = this.cause;
    const context = {
      tenantId: this.tenantId,
      now: this.now,
      ...(causationId && { causationId }),
      ...(traceparent && { traceparent }),
    };
    const facts = this.facts.splice(0);
    if (facts.length > 0 && projection !== undefined)
      throw new Error(
        `${projection} is a projection, which emits nothing, and emitted ${facts.map(({ type }) => type).join(', ')}: a rebuild would publish that again`,
      );
    if (facts.length > 0) await emitAll(this.manager, this.settings.service, context, facts);
  }

  /** Runs a part that may fail without the rest: a refusal or an error undoes this part only, its events and audit included. */
  async attempt<R>(part: () => Promise<R>): Promise<R> {
    const [facts, changes] = [this.facts.length, this.changes.length];
    const undo = async () => {
      await this.manager.query('rollback to savepoint attempt');
      this.facts.length = facts;
      this.changes.length = changes;
    };
    await this.manager.query('savepoint attempt');
    try {
      const result = await part();
      if (result instanceof DomainError) await undo();
      else await this.manager.query('release savepoint attempt');
      return result;
    } catch (error) {
      await undo();
      throw error;
    }
  }

  timeZone(): Promise<string> {
    return this.settings.timeZoneOf(this.manager, this.tenantId);
  }

  /** Today in the tenant's time zone. */
  async today(): Promise<LocalDate> {
    return localDateOf(this.now, await this.timeZone());
  }
}
