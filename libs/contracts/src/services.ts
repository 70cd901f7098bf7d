/** The five services of the lifecycle, in its order: plan, acquire, win, collect, renew. Each owns one topic. */
export const serviceNames = ['planning', 'acquisition', 'deal', 'receivables', 'customer-success'] as const;

export type ServiceName = (typeof serviceNames)[number];

/** The Kafka topic (and in-process stream) that a service owns: `fivepoint.<owner>`. Nobody else publishes to it. */
export function topicOf(owner: ServiceName): string {
  return `fivepoint.${owner}`;
}

/** The CloudEvents `source` of a service: `/fivepoint/<owner>`. */
export function sourceOf(owner: ServiceName): string {
  return `/fivepoint/${owner}`;
}
