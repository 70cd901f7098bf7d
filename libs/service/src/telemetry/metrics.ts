import type { ApolloServerPlugin } from '@apollo/server';
import type { ServiceName } from '@fivepoint/contracts';
import type { Messaging } from '@fivepoint/messaging';
import { Gauge, Histogram, Registry } from 'prom-client';

export interface ServiceMetrics {
  operations: ApolloServerPlugin;
  /** The metrics of this moment, as Prometheus reads them. */
  scrape(): Promise<{ contentType: string; text: string }>;
}

/** One service's Prometheus metrics: latency of its operations, and messaging's gauges read at each scrape. */
export function serviceMetrics(service: ServiceName, messaging: Messaging): ServiceMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const gauges = new Map<string, Gauge>();
  const up = new Gauge({
    name: 'fivepoint_messaging_up',
    help: '1 while the relay and the consumers are connected.',
    registers: [registry],
  });
  return {
    operations: operationLatency(registry),
    // Messaging is read first: a registry asks all its metrics at the same time, and none of them can wait for another.
    async scrape() {
      const values = await messaging.gauges();
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
