import type { ApolloServerPlugin } from '@apollo/server';
import { operationLatency, registryOf } from '@fivepoint/service';
import { Counter, Histogram, type Registry } from 'prom-client';

/** The gateway's Prometheus metrics. */
export interface GatewayMetrics {
  registry: Registry;
  operations: ApolloServerPlugin;
  /** A subgraph's answer took so many milliseconds and was ok, errors, timeout, unreachable or garbage. */
  subgraphAnswered(subgraph: string, outcome: string, ms: number): void;
  /** An operation was refused for this limit. */
  refused(limit: string): void;
  /** An operation reads this field, such as `Deal.expectedClose`, though it is deprecated. */
  deprecatedRead(field: string): void;
  /** The supergraph was loaded, or what the file holds was not fit to be. */
  supergraphRead(outcome: 'loaded' | 'refused'): void;
}

export function gatewayMetrics(): GatewayMetrics {
  const registry = registryOf('gateway');
  const subgraphs = new Histogram({
    name: 'fivepoint_subgraph_seconds',
    help: 'How long a subgraph took to answer the gateway, in seconds.',
    labelNames: ['subgraph', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'fivepoint_refused_operations_total',
    help: 'Operations that were refused for a limit.',
    labelNames: ['limit'],
    registers: [registry],
  });
  const deprecated = new Counter({
    name: 'fivepoint_deprecated_fields_total',
    help: 'Operations that read a deprecated field.',
    labelNames: ['field'],
    registers: [registry],
  });
  const reads = new Counter({
    name: 'fivepoint_supergraph_reads_total',
    help: 'New contents of the supergraph file, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    registry,
    operations: operationLatency(registry),
    subgraphAnswered: (subgraph, outcome, ms) => subgraphs.observe({ subgraph, outcome }, ms / 1000),
    refused: (limit) => refusals.inc({ limit }),
    deprecatedRead: (field) => deprecated.inc({ field }),
    supergraphRead: (outcome) => reads.inc({ outcome }),
  };
}
