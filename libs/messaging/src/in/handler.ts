import { type Envelope, eventTypes, type EventType } from '@fivepoint/contracts';
import type { DomainError } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';

/** A handler's answer that its prerequisite has not come yet: a payment before its contract. */
export class Wait {
  constructor(
    readonly reason: string,
    /** The key whose events may bring the prerequisite, where it is not the event's own. */
    readonly on?: string,
  ) {}
}

/**
 * The event waits, and with it the later ones of its (consumer, topic, key). It is tried again as soon as another event of that key, or of
 * the key `on`, has been handled, and after 1 s, 2 s, 4 s … 15 s.
 */
export function wait(reason: string, { on }: { on?: string } = {}): Wait {
  return new Wait(reason, on);
}

/** Translates one type of event into a command; `C` is what the service hands its commands. */
export interface Handler<T extends EventType, C> {
  type: T;
  /**
   * Nothing: done. `Wait`: later. A DomainError: parked at once with its code and message, because trying again gives the same answer.
   * A thrown error: tried again with backoff, then parked. In all but the first case nothing that the handler did stays.
   */
  handle(command: C, event: Envelope<T>): Promise<void | Wait | DomainError>;
}

/** A typed handler, so that `event.data` is known inside it. */
export function on<T extends EventType, C>(type: T, handle: Handler<T, C>['handle']): Handler<T, C> {
  return { type, handle };
}

/** What a replay is about; several fields narrow it together. */
export interface ReplayScope {
  tenantId?: string;
  key?: string;
  correlationId?: string;
  /** Events made at or after this moment, by the time in their UUIDv7. */
  since?: Date;
}

/** One independent reader of events: its own place in every stream, its own failures. */
export interface Consumer<C> {
  /** `planning`, or `planning.timeline` for a second one in the same service; also the Kafka group's name. */
  name: string;
  handlers: readonly Handler<EventType, C>[];
  /** Declared by consumers that only project and emit nothing: they can be rebuilt. Deletes what the given events wrote. */
  projection?: { clear(command: C, scope: ReplayScope, eventIds: readonly string[]): Promise<void> };
}

/** The topics in which a consumer finds the types that it handles. */
export function topicsOf<C>(consumer: Consumer<C>): string[] {
  return [...new Set(consumer.handlers.map(({ type }) => eventTypes[type].topic))].sort();
}

/** Why a transaction is opened: for an event, or (null) to clear a projection. */
export interface Occasion {
  consumer: string;
  tenantId: string;
  event: Envelope | null;
}

/**
 * DONE: the effects stand; write what belongs to them (events, audit row) and commit.
 * Otherwise the handler's effects were rolled back to a savepoint; forget what was collected, but commit: the event's new state is in there.
 * WAITING and REFUSED were its answers; UNDONE: it was not asked, or will be asked once more at once.
 */
export type Outcome = 'DONE' | 'WAITING' | 'REFUSED' | 'UNDONE';

/**
 * Given by the service: opens a READ COMMITTED transaction of the app role with the occasion's tenant set, calls `work` in it, commits when
 * it resolves, rolls back and rethrows when it rejects.
 */
export type RunInTransaction<C> = (
  occasion: Occasion,
  work: (command: C, manager: EntityManager) => Promise<Outcome>,
) => Promise<Outcome>;
