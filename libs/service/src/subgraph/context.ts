import { type Clock, type LocalDate, localDateOf, uuidv7 } from '@fivepoint/kernel';
import type { GraphQLError } from 'graphql';
import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import type { Command, CommandSettings } from '../command/command';
import { runCommand } from '../command/run-command';
import { inTenant, readInTenant } from '../database/tenancy';
import type { Identity } from '../identity/identity';
import type { OpenSpan } from '../telemetry/traces';
import { unauthenticated } from '../graph/errors';
import { Reads } from './reads';
import type { IdempotencyKeyReused } from '../graph/refusals';

export interface RequestFacts {
  identity: Identity | null;
  requestId: string;
  /** The operation in the trace; what it causes carries it on. */
  span: OpenSpan;
}

/** What a resolver may use: who asks, how to read, how to change. One per operation. */
export class GraphContext {
  readonly identity: Identity | null;
  readonly requestId: string;
  readonly span: OpenSpan;
  private readsOfThisOperation: Reads | undefined;
  private todayOfThisOperation: Promise<LocalDate> | undefined;

  constructor(
    private readonly facts: RequestFacts,
    private readonly dataSource: DataSource,
    private readonly settings: CommandSettings,
    private readonly clock: Clock,
    readonly log: Logger,
  ) {
    this.identity = facts.identity;
    this.requestId = facts.requestId;
    this.span = facts.span;
  }

  /** Who asks; UNAUTHENTICATED where nobody has signed in. */
  get caller(): Identity {
    if (!this.identity) throw this.anonymous();
    return this.identity;
  }

  /** Batched, tenant-scoped reading. */
  get reads(): Reads {
    const identity = this.caller;
    this.readsOfThisOperation ??= new Reads({ identity, seesAll: this.settings.seesAll }, (work) =>
      readInTenant(this.dataSource, identity.tenantId, work),
    );
    return this.readsOfThisOperation;
  }

  /** Today in the time zone of the caller's company; looked up once for all that an operation asks. */
  today(): Promise<LocalDate> {
    const { tenantId } = this.caller;
    this.todayOfThisOperation ??= readInTenant(this.dataSource, tenantId, async (manager) =>
      localDateOf(this.now(), await this.settings.timeZoneOf(manager, tenantId)),
    );
    return this.todayOfThisOperation;
  }

  now(): Date {
    return this.clock.now();
  }

  /** For what reads with statements of its own, such as messaging's: one transaction of the caller's tenant. */
  inTransaction<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    return inTenant(this.dataSource, this.caller.tenantId, work);
  }

  /** Runs a command under the mutation's name; commits before the selection set is resolved. */
  command<R>(name: string, input: object, work: (command: Command) => Promise<R>): Promise<R | IdempotencyKeyReused> {
    return this.run(name, input, work, {});
  }

  /** Runs a command that records history: what it emits is marked as such, so that nobody opens work for it. */
  history<R>(name: string, input: object, work: (command: Command) => Promise<R>): Promise<R> {
    return this.run(name, input, work, { origin: 'import' }) as Promise<R>;
  }

  private async run<R>(
    name: string,
    input: object,
    work: (command: Command) => Promise<R>,
    origin: { origin?: 'import' },
  ): Promise<R | IdempotencyKeyReused> {
    const { requestId, span } = this.facts;
    const { traceparent } = span;
    const cause = {
      identity: this.caller,
      now: this.clock.now(),
      requestId,
      correlationId: uuidv7(),
      causationId: requestId,
      ...(traceparent && { traceparent }),
      ...origin,
    };
    const result = await runCommand(this.dataSource, this.settings, cause, name, input, work);
    this.readsOfThisOperation?.forget();
    return result;
  }

  anonymous(): GraphQLError {
    return unauthenticated();
  }
}
