import type { ApolloServerPlugin } from '@apollo/server';
import type { ServiceName } from '@fivepoint/contracts';
import type { Messaging } from '@fivepoint/messaging';
import { Gauge, Histogram, Registry } from 'prom-client';

/** One service's Prometheus metrics: latency of its operations, and messaging's gauges read at each scrape. */
export function serviceMetrics(
  service: ServiceName,
  messaging: Messaging,
): { registry: Registry; operations: ApolloServerPlugin } {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const gauges = new Map<string, Gauge>();
  const collector = new Gauge({
    name: 'fivepoint_messaging_up',
    help: '1 while the relay and the consumers are connected.',
    registers: [registry],
    async collect() {
      collector.set(messaging.ready() ? 1 : 0);
      for (const gauge of gauges.values()) gauge.reset();
      for (const { name, help, labels, value } of await messaging.gauges()) {
        const gauge =
          gauges.get(name) ?? new Gauge({ name, help, labelNames: Object.keys(labels), registers: [registry] });
        gauges.set(name, gauge);
        gauge.set(labels, value);
      }
    },
  });
  return { registry, operations: operationLatency(registry) };
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
        async willSendResponse({ operation, errors }) {
          end({ kind: operation?.operation ?? 'none', outcome: errors ? 'error' : 'ok' });
        },
      };
    },
  };
}
