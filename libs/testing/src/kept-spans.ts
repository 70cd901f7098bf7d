import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

export interface KeptSpan {
  readonly name: string;
  readonly attributes: object;
  readonly events: readonly object[];
  readonly failure: string | undefined;
}

/**
 * Keeps the spans of this spec file in the place of a collector: the exporter loads a part of itself in a way that jest does not know.
 * @returns what a collector would be told of each span that has ended, in order
 */
export function keptSpans(): () => KeptSpan[] {
  const kept = new InMemorySpanExporter();
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] }).register();
  return () =>
    kept
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => ({ name, attributes, events, failure: status.message }));
}
