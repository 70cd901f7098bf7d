import type { EntityManager } from 'typeorm';
import { type Sql, sqlUnder } from '../sql';
import {
  discardParked,
  listParked,
  type ParkedEvent,
  type ParkedFilter,
  type ParkedOutcome,
  type ParkedRef,
  parkedRefs,
  readParked,
  retryParked,
} from './parked';
import type { Pruned, PruneLimits } from './prune';
import type { Replayed, ReplayRequest } from './replay';
import type { ReplayScope } from '../in/handler';
import {
  consumerLag,
  type ConsumerLag,
  countRejected,
  listMissing,
  listRejected,
  type MissingEvent,
  type OutboxAge,
  type RejectedFilter,
  type RejectedMessage,
  type StateFilter,
} from './state';

/** What an operator may look at and decide about events that did not go their way. */
export interface InboxOperators {
  listParked(filter?: ParkedFilter): Promise<ParkedEvent[]>;
  parkedRefs(filter?: ParkedFilter): Promise<ParkedRef[]>;
  readParked(refs: readonly ParkedRef[]): Promise<ParkedEvent[]>;
  retryParked(ref: ParkedRef): Promise<ParkedOutcome>;
  discardParked(ref: ParkedRef & { reason: string }): Promise<ParkedOutcome>;
  listMissing(filter?: StateFilter): Promise<MissingEvent[]>;
  listRejected(filter?: RejectedFilter): Promise<RejectedMessage[]>;
  countRejected(filter?: StateFilter): Promise<{ consumer: string; count: number }[]>;
  consumerLag(filter?: StateFilter): Promise<ConsumerLag[]>;
}

/** The same over all tenants, and what concerns the service as a whole. */
export interface Operators extends InboxOperators {
  outboxAge(): Promise<OutboxAge>;
  replay(request: ReplayRequest): Promise<Replayed>;
  retains(scope: ReplayScope): Promise<boolean>;
  resend(request: { consumer: string; scope: ReplayScope }): Promise<number>;
  clearForReplay(request: { consumer: string; scope: ReplayScope }): Promise<number>;
  prune(limits: PruneLimits): Promise<Pruned>;
}

export function inboxOperators(inTransaction: <R>(work: (sql: Sql) => Promise<R>) => Promise<R>): InboxOperators {
  return {
    listParked: (filter) => inTransaction((sql) => listParked(sql, filter)),
    parkedRefs: (filter) => inTransaction((sql) => parkedRefs(sql, filter)),
    readParked: (refs) => inTransaction((sql) => readParked(sql, refs)),
    retryParked: (ref) => inTransaction((sql) => retryParked(sql, ref)),
    discardParked: (ref) => inTransaction((sql) => discardParked(sql, ref)),
    listMissing: (filter) => inTransaction((sql) => listMissing(sql, filter)),
    listRejected: (filter) => inTransaction((sql) => listRejected(sql, filter)),
    countRejected: (filter) => inTransaction((sql) => countRejected(sql, filter)),
    consumerLag: (filter) => inTransaction((sql) => consumerLag(sql, filter)),
  };
}

/** In the caller's transaction on the app role: its tenant's events only, and together with the caller's audit row or not at all. */
export function operatorsIn(manager: EntityManager): InboxOperators {
  return inboxOperators(async (work) => work(await sqlUnder(manager)));
}
