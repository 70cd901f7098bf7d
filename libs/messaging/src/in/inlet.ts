import type { Envelope } from '@fivepoint/contracts';
import type { Pool } from 'pg';
import { encode } from '../envelope/cloud-events';
import type { Received } from '../envelope/received';
import type { Log } from '../log';
import { type Sql, sqlOf, toNumber } from '../sql';
import type { Inlet } from '../transport/transport';
import { type Consumer, topicsOf } from './handler';
import { type CursorMove, receiver } from './receive';

/** Where the events of one consumer come in: into the inbox of the database behind the pool. */
export function inletOf<C>(
  consumer: Consumer<C>,
  pool: Pool,
  log: Log,
  told: { stored(): void; duplicates(count: number): void },
): Inlet {
  const types = new Set<string>(consumer.handlers.map(({ type }) => type));
  const receive = receiver({ consumer: consumer.name, handles: (type) => types.has(type), pool, log, ...told });
  return {
    consumer: consumer.name,
    topics: topicsOf(consumer),
    receive,
    cursor: (topic) => cursorOf(sqlOf(pool), consumer.name, topic),
  };
}

/** Events as a transport would bring them that are sent once more, for one consumer. */
export function receivedAgain(consumer: string, topic: string, envelopes: readonly Envelope[]): Received[] {
  return envelopes.map((envelope) => ({ topic, source: `replay/${envelope.id}`, ...encode(envelope, consumer) }));
}

async function cursorOf(sql: Sql, consumer: string, topic: string): Promise<CursorMove | null> {
  const [row] = await sql<{ log_id: string; position: string }>(
    'select log_id, position from in_process_cursor where consumer = $1 and topic = $2',
    [consumer, topic],
  );
  return row ? { logId: row.log_id, position: toNumber(row.position) } : null;
}
