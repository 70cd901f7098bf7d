import { consumerLag, countRejected, outboxAge } from './operators/state';
import type { Sql } from './sql';

/** One value at this moment, in the words of Prometheus. */
export interface Gauge {
  name: string;
  help: string;
  labels: Record<string, string>;
  value: number;
}

/** Everything worth an alarm: what is not published, what is not handled, what waits for an operator. */
export async function readGauges(
  sql: Sql,
  transport: string,
  duplicates: ReadonlyMap<string, number>,
): Promise<Gauge[]> {
  const [age, lags, rejected] = [await outboxAge(sql, transport), await consumerLag(sql), await countRejected(sql)];
  const gauge = (name: string, help: string, value: number, labels: Record<string, string> = {}): Gauge => ({
    name: `fivepoint_${name}`,
    help,
    labels,
    value,
  });
  return [
    gauge('outbox_unpublished_events', 'Events that are committed and not published yet.', age.unpublished),
    gauge('outbox_oldest_seconds', 'Age of the oldest event that is not published yet, in seconds.', age.oldestSeconds),
    ...lags.flatMap(({ consumer, topic, ...lag }) => {
      const labels = { consumer, topic };
      return [
        gauge('inbox_pending_events', 'Events received and not settled.', lag.pending, labels),
        gauge('inbox_oldest_seconds', 'Age of the oldest event not settled, in seconds.', lag.oldestSeconds, labels),
        gauge('inbox_waiting_events', 'Events that wait for another one.', lag.waiting, labels),
        gauge(
          'inbox_waiting_seconds',
          'How long the longest waiting stream has waited, in seconds.',
          lag.waitingSeconds,
          labels,
        ),
        gauge('inbox_parked_events', 'Events that wait for an operator.', lag.parked, labels),
        gauge('inbox_missing_streams', 'Streams that cannot go on because an event has not come.', lag.missing, labels),
      ];
    }),
    ...rejected.map(({ consumer, count }) =>
      gauge('inbox_rejected_messages', 'Messages set aside because they are no events.', count, { consumer }),
    ),
    ...[...duplicates].map(([consumer, count]) =>
      gauge('inbox_duplicate_events', 'Events that came once more since the start, and did nothing.', count, {
        consumer,
      }),
    ),
  ];
}
