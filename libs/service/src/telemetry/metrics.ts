import type { ApolloServerPlugin } from '@apollo/server';
import type { ServiceName } from '@fivepoint/contracts';
import type { Gauge as GaugeValue, HandledEvent, Messaging } from '@fivepoint/messaging';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { ConnectionPool } from '../database/connection-pool';

export interface ServiceMetrics {
  readonly registry: Registry;
  operations: ApolloServerPlugin;
  /** The metrics of this moment, as Prometheus reads them. */
  scrape(): Promise<{ contentType: string; text: string }>;
}

/** Where the metrics of one service or of the gateway are gathered. */
export function registryOf(service: ServiceName | 'gateway'): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  return registry;
}

/** One service's Prometheus metrics: latency of its operations, its pool, and the gauges of messaging and of due work, read at each scrape. */
export function serviceMetrics(
  registry: Registry,
  messaging: Messaging,
  pool: ConnectionPool,
  due: { gauges(): Promise<GaugeValue[]> } | null = null,
): ServiceMetrics {
  const gauges = new Map<string, Gauge>();
  const up = new Gauge({
    name: 'fivepoint_messaging_up',
    help: '1 while the relay and the consumers are connected.',
    registers: [registry],
  });
  measurePool(registry, pool);
  return {
    registry,
    operations: operationLatency(registry),
    // These are read first: a registry asks all its metrics at the same time, and none of them can wait for another.
    async scrape() {
      const values = [...(await messaging.gauges()), ...((await due?.gauges()) ?? [])];
      up.set(messaging.ready() ? 1 : 0);
      for (const gauge of gauges.values()) gauge.reset();
      for (const { name, help, labels, value } of values) {
        const labelNames = Object.keys(labels);
        const gauge = gauges.get(name) ?? new Gauge({ name, help, labelNames, registers: [registry] });
        gauges.set(name, gauge);
        gauge.set(labels, value);
      }
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** What commands, queries and handlers work with; messaging's own connections are not in there. */
function measurePool(registry: Registry, pool: ConnectionPool): void {
  const registers = [registry];
  new Gauge({
    ...{ name: 'fivepoint_database_connections', registers },
    help: 'Connections of the app role that are open, at work or idle.',
    collect() {
      this.set(pool.totalCount);
    },
  });
  new Gauge({
    ...{ name: 'fivepoint_database_waiting', registers },
    help: 'Commands, queries and handlers that wait for a connection of the app role.',
    collect() {
      this.set(pool.waitingCount);
    },
  });
}

/** Measures each event that was handled: how long it took, and how late its effect is. */
export function handlingTimes(registry: Registry): (fact: HandledEvent) => void {
  const registers = [registry];
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
  const work = new Histogram({
    ...{ name: 'fivepoint_event_seconds', labelNames: ['consumer', 'type', 'outcome'], registers },
    help: 'How long one attempt to handle an event took, with its transaction, in seconds.',
    buckets,
  });
  const handoff = new Histogram({
    ...{ name: 'fivepoint_handoff_seconds', labelNames: ['consumer', 'type'], registers },
    help:
      'From the occurrence of an event to its effect, in seconds, without recorded history. ' +
      'Two clocks are compared: that of the machine where it occurred, and that of this one.',
    buckets,
  });
  return ({ consumer, type, outcome, seconds, ageSeconds }) => {
    work.observe({ consumer, type, outcome }, seconds);
    // Where the other clock is ahead, it cannot be told how late it was; only that it was soon.
    if (outcome === 'done' && ageSeconds !== null) handoff.observe({ consumer, type }, Math.max(ageSeconds, 0));
  };
}

/** Measures every operation of a server, a subgraph's or the gateway's, into the registry. */
export function operationLatency(registry: Registry): ApolloServerPlugin {
  const latency = new Histogram({
    name: 'fivepoint_operation_seconds',
    help: 'How long a GraphQL operation took, from request to response, in seconds.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    async requestDidStart() {
      const end = latency.startTimer();
      return {
        async willSendResponse({ operation, response: { body } }) {
          const failed = body.kind === 'single' && body.singleResult.errors !== undefined;
          end({ kind: operation?.operation ?? 'none', outcome: failed ? 'error' : 'ok' });
        },
      };
    },
  };
}
