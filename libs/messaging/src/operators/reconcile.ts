import type { CursorMove } from '../in/receive';
import type { LogEnd, Place, PublishedEnd, StreamEnds } from './stream-ends';

/** A stream whose reader has not what its owner has published. */
export interface Difference extends Place {
  /**
   * MISSING: the last events have not come, and nothing else shows it. AHEAD: the reader has events that the owner does not know: the
   * owner's database went back in time. OTHER: both have an event of this sequence, and not the same: the owner, gone back, gave it again.
   */
  kind: 'MISSING' | 'AHEAD' | 'OTHER';
  consumer: string;
  topic: string;
  received: number;
  /** MISSING and OTHER: up to where it must have come. AHEAD: up to where the owner has given numbers. */
  published: number;
  /** MISSING: when the first that is lacking was made; null where it has been pruned, and otherwise. */
  since: Date | null;
  /** MISSING: how many of those that are lacking cannot be sent again. */
  pruned: number;
  /** MISSING: the smallest id of those that can be sent again. */
  firstId: string | null;
}

export interface Compared {
  consumer: string;
  topic: string;
  owner: StreamEnds;
  reader: StreamEnds;
  /** The reader's place in the owner's log, without a broker; null where it has none. */
  cursor(): Promise<CursorMove | null>;
  tenantId?: string;
  /** Younger events may be under way: they are not expected yet. */
  graceSeconds: number;
}

/** Streams in memory at once. */
const page = 500;

/**
 * Compares what an owner has published with what one consumer has received, stream by stream, also while both work: of what is to be expected
 * the owner is looked at first, of what must not be there the reader. A consumer stores all events of a topic, whatever types it handles.
 */
export async function* reconcile(compared: Compared): AsyncGenerator<Difference> {
  yield* lacking(compared);
  yield* ahead(compared);
}

async function* lacking({ consumer, topic, owner, reader, cursor, tenantId, graceSeconds }: Compared) {
  // The cursor before the log: whatever is up to it has been stored.
  const place = await cursor();
  const position = expectedPosition(await owner.log(), place);
  for await (const ends of pages((paging) => owner.published({ position, graceSeconds }, paging), tenantId)) {
    const received = await reader.received(consumer, topic, ends);
    const both = ends.map((end, at) => ({ end, has: received[at]! }));
    const short = both.filter(({ end, has }) => has.received < end.sequence);
    const retained = await owner.retained(
      short.map(({ end, has }) => ({ ...end, from: has.received, to: end.sequence })),
    );
    for (const [at, { end, has }] of short.entries()) {
      const { events, since, firstId } = retained[at]!;
      const pruned = end.sequence - has.received - events;
      const found = { received: has.received, pruned, since: pruned > 0 ? null : since, firstId };
      yield difference('MISSING', consumer, topic, end, found);
    }
    for (const { end, has } of both)
      if (has.eventId !== null && end.eventId !== null && has.eventId !== end.eventId)
        yield difference('OTHER', consumer, topic, end, { received: has.received });
  }
}

async function* ahead({ consumer, topic, owner, reader, tenantId }: Compared) {
  for await (const streams of pages((paging) => reader.receivedStreams(consumer, topic, paging), tenantId)) {
    const given = await owner.given(streams);
    for (const [at, stream] of streams.entries())
      if (stream.received > given[at]!)
        yield difference('AHEAD', consumer, topic, { ...stream, sequence: given[at]! }, { received: stream.received });
  }
}

/**
 * Up to which position of the log a reader must have everything: what a broker has, and what it has read itself. Where it has read another
 * log under this name, it reads nothing more of this one.
 */
function expectedPosition({ logId, broker, inProcess }: LogEnd, cursor: CursorMove | null): number {
  const read = cursor === null ? 0 : cursor.logId === logId ? cursor.position : (inProcess ?? 0);
  return Math.max(broker ?? 0, read);
}

async function* pages<T extends Place>(
  next: (paging: { tenantId?: string; after: Place | null; limit: number }) => Promise<T[]>,
  tenantId: string | undefined,
): AsyncGenerator<T[]> {
  for (let after: Place | null = null; ;) {
    const found: T[] = await next({ after, limit: page, ...(tenantId !== undefined && { tenantId }) });
    if (found.length > 0) yield found;
    if (found.length < page) return;
    after = found.at(-1)!;
  }
}

function difference(
  kind: Difference['kind'],
  consumer: string,
  topic: string,
  { tenantId, key, sequence }: Omit<PublishedEnd, 'eventId'>,
  found: Pick<Difference, 'received'> & Partial<Difference>,
): Difference {
  return {
    ...{ kind, consumer, topic, tenantId, key, published: sequence },
    ...{ since: null, pruned: 0, firstId: null, ...found },
  };
}
