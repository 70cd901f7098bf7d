import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { endsItsSpan, type OpenSpan, openSpan, startTelemetry } from './traces';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = `00-${traceId}-00f067aa0ba902b7-01`;
afterEach(() => trace.disable());

describe('a span without a collector', () => {
  it('carries a given trace on as it is, and begins none', () => {
    expect(openSpan('graphql', 'server', parent, {}).traceparent).toBe(parent);
    expect(openSpan('graphql', 'server', undefined, {}).traceparent).toBeUndefined();
  });

  it.each(['x'.repeat(600), '', parent.slice(0, -3), `${parent}0`, `0${parent}`, 'hunter2\u0000'])(
    'carries on nothing that is no trace: %j',
    (given) => expect(openSpan('graphql', 'server', given, {}).traceparent).toBeUndefined(),
  );
});

describe('a span with a collector', () => {
  const kept = new InMemorySpanExporter();
  beforeEach(() => {
    kept.reset();
    new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] }).register();
  });
  const last = () => kept.getFinishedSpans().at(-1);

  it('is one of the given trace, or begins its own; what it causes carries it on', () => {
    const span = openSpan('graphql', 'server', parent, { role: 'REP' });
    span.noted('rows', '3');
    span.named('query Deals');
    span.end();
    expect(span.traceparent).toBe(`00-${traceId}-${last()?.spanContext().spanId}-01`);
    expect(last()).toMatchObject({
      name: 'query Deals',
      kind: SpanKind.SERVER,
      instrumentationScope: { name: 'fivepoint' },
      attributes: { role: 'REP', rows: '3' },
      status: { code: SpanStatusCode.UNSET },
    });
    openSpan('handle', 'consumer', undefined, {}).end('RangeError');
    expect(last()).toMatchObject({
      name: 'handle',
      kind: SpanKind.CONSUMER,
      status: { code: SpanStatusCode.ERROR, message: 'RangeError' },
    });
    expect(last()?.spanContext().traceId).not.toBe(traceId);
  });
});

describe('the span of an operation', () => {
  const span = { named: jest.fn(), end: jest.fn() };
  beforeEach(() => jest.clearAllMocks());
  const listener = () =>
    endsItsSpan.requestDidStart?.({ contextValue: { span: span as unknown as OpenSpan } } as never);

  it.each([
    [{ operation: { operation: 'query' }, operationName: 'Deals' }, 'query Deals'],
    [{ operation: { operation: 'mutation' }, operationName: null }, 'mutation anonymous'],
    [{ operationName: undefined }, 'graphql anonymous'],
  ])('is named by what was asked: %j', async (asked, name) => {
    await (await listener())?.didResolveOperation?.(asked as never);
    expect(span.named).toHaveBeenCalledWith(name);
  });

  it.each<[string, object, string | undefined]>([
    ['nothing', { kind: 'single', singleResult: {} }, undefined],
    ['the code', { kind: 'single', singleResult: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } }, 'FORBIDDEN'],
    ['no code', { kind: 'single', singleResult: { errors: [{}] } }, 'undefined'],
    ['nothing', { kind: 'incremental', singleResult: { errors: [{}] } }, undefined],
  ])('ends with %s of the first error: %j', async (_, body, failure) => {
    await (await listener())?.willSendResponse?.({ response: { body } } as never);
    expect(span.end.mock.calls).toEqual([[failure]]);
  });
});

describe('the spans of a process', () => {
  it('go nowhere without a collector', async () => {
    await startTelemetry('deal', null)();
    expect(openSpan('graphql', 'server', undefined, {}).traceparent).toBeUndefined();
  });
});
