import type { ApolloServerPlugin } from '@apollo/server';
import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/**
 * Sends the spans of this process to an OpenTelemetry collector (OTLP over HTTP, `<endpoint>/v1/traces`); null sends nothing and costs
 * nothing. Once per process. The returned function sends what is left.
 */
export function startTelemetry(service: string, endpoint: string | null): () => Promise<void> {
  if (endpoint === null) return async () => undefined;
  const exporter = new OTLPTraceExporter({ url: new URL('v1/traces', `${endpoint.replace(/\/$/, '')}/`).href });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `fivepoint-${service}` }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
  });
  provider.register();
  return () => provider.shutdown();
}

/** A piece of work as the trace shows it, and the `traceparent` that what it causes carries on. */
export interface OpenSpan {
  readonly traceparent: string | undefined;
  /** Adds a fact, or corrects one. */
  noted(attribute: string, value: string): void;
  /** Says what it was, once that is known. */
  named(name: string): void;
  /** @param failure what kind of failure it was, if it failed: a code or a class, never a message, which may quote what came in */
  end(failure?: string): void;
}

/** As W3C Trace Context has it; what a client sends instead is carried nowhere, least of all into events. */
const traceContext = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Begins a span under the given `traceparent`, or a trace of its own. Without a collector the given one is carried on as it is. */
export function openSpan(
  name: string,
  kind: 'server' | 'consumer',
  given: string | undefined,
  attributes: Readonly<Record<string, string>>,
): OpenSpan {
  const parent = given?.match(traceContext)?.[0];
  const above = propagation.extract(ROOT_CONTEXT, { traceparent: parent });
  const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };
  const span = trace.getTracer('fivepoint').startSpan(name, { kind: kinds[kind], attributes }, above);
  return {
    traceparent: traceparentOf(span) ?? parent,
    noted: (attribute, value) => void span.setAttribute(attribute, value),
    named: (better) => void span.updateName(better),
    end(failure) {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

function traceparentOf(span: Span): string | undefined {
  // Stryker disable next-line ConditionalExpression: a span that nobody records carries nothing into it either
  if (!span.isRecording()) return undefined;
  const carrier: Record<string, string> = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  return carrier['traceparent'];
}

/** Ends the span that an operation's context has opened; it is named by what was asked, never by what was in it. */
export const endsItsSpan: ApolloServerPlugin<{ readonly span: OpenSpan }> = {
  requestDidStart: async ({ contextValue }) => ({
    async didResolveOperation({ operation, operationName }) {
      contextValue.span.named(`${operation?.operation ?? 'graphql'} ${operationName ?? 'anonymous'}`);
    },
    async willSendResponse({ response: { body } }) {
      // As the formatter left them: of those before it, not even the code is ours.
      const [failure] = (body.kind === 'single' && body.singleResult.errors) || [];
      contextValue.span.end(failure && String(failure.extensions?.['code']));
    },
  }),
};
