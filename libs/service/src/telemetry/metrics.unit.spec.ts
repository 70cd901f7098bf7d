import type { Messaging } from '@fivepoint/messaging';
import { handlingTimes, operationLatency, registryOf, serviceMetrics } from './metrics';

type Handled = Parameters<ReturnType<typeof handlingTimes>>[0];

describe("a service's metrics", () => {
  it("carry messaging's gauges of this very scrape, and forget those that are gone", async () => {
    let parked = 3;
    let ready = true;
    const messaging = {
      ready: () => ready,
      gauges: async () => [
        ...(parked > 0
          ? [{ name: 'fivepoint_inbox_parked', help: 'parked', labels: { consumer: 'deal' }, value: parked }]
          : []),
      ],
    } as unknown as Messaging;
    const stuck = { name: 'fivepoint_due_stuck_pieces', help: 'stuck', labels: { kind: 'ring' }, value: 5 };
    const { scrape } = serviceMetrics(
      registryOf('deal'),
      messaging,
      { totalCount: 3, waitingCount: 7 },
      {
        gauges: async () => [stuck],
      },
    );
    const first = await scrape();
    expect(first.text).toContain('fivepoint_inbox_parked{consumer="deal",service="deal"} 3');
    expect(first.text).toContain('fivepoint_due_stuck_pieces{kind="ring",service="deal"} 5');
    expect(first.contentType).toMatch(/^text\/plain/);
    parked = 4;
    expect((await scrape()).text).toContain('fivepoint_inbox_parked{consumer="deal",service="deal"} 4');
    parked = 0;
    const { text } = await scrape();
    expect(text).not.toContain('fivepoint_inbox_parked{');
    expect(text).toContain('fivepoint_messaging_up{service="deal"} 1');
    expect(text).toContain('fivepoint_database_connections{service="deal"} 3');
    expect(text).toContain('fivepoint_database_waiting{service="deal"} 7');
    ready = false;
    expect((await scrape()).text).toContain('fivepoint_messaging_up{service="deal"} 0');
  });

  it('tell how long each attempt took, and how late the effect of what is done; recorded history is not late', async () => {
    const registry = registryOf('deal');
    const handled = handlingTimes(registry);
    const fact: Handled = {
      ...{ consumer: 'deal', type: 'fivepoint.deal.deal-lost.v1', outcome: 'done' },
      ...{ seconds: 0.02, ageSeconds: 200 },
    };
    for (const change of [
      {},
      { ageSeconds: -5 },
      { ageSeconds: null, seconds: 0.004 },
      { outcome: 'waiting' },
      { outcome: 'parked', seconds: 45 },
    ] satisfies Partial<Handled>[])
      handled({ ...fact, ...change });
    const text = await registry.metrics();
    const whose = 'service="deal",consumer="deal",type="fivepoint.deal.deal-lost.v1"';
    expect(text).toContain(`fivepoint_handoff_seconds_count{${whose}} 2`);
    const values = new Map(
      text.split('\n').map((line) => {
        const [, name = '', labels = '', value = ''] = /^(\w+)\{(.*)\} (\S+)$/.exec(line) ?? [];
        const told = /(?:le|outcome)="[^"]+"/g;
        return [[name.replace('fivepoint_', ''), ...(labels.match(told) ?? [])].join(' ').replaceAll('"', ''), value];
      }),
    );
    expect(values.get('event_seconds_count outcome=done')).toBe('3');
    expect(values.get('event_seconds_bucket le=0.005 outcome=done')).toBe('1');
    expect(values.get('event_seconds_bucket le=0.025 outcome=done')).toBe('3');
    expect(values.get('event_seconds_count outcome=waiting')).toBe('1');
    expect(values.get('event_seconds_bucket le=60 outcome=parked')).toBe('1');
    expect(values.get('event_seconds_bucket le=30 outcome=parked')).toBe('0');
    expect(values.get('handoff_seconds_count')).toBe('2');
    expect(values.get('handoff_seconds_sum')).toBe('200');
    expect(values.get('handoff_seconds_bucket le=0.005')).toBe('1');
    expect(values.get('handoff_seconds_bucket le=300')).toBe('2');
  });

  it.each([
    ['a query', { operation: 'query' }, { kind: 'single', singleResult: {} }, 'kind="query",outcome="ok"'],
    [
      'a command that failed',
      { operation: 'mutation' },
      { kind: 'single', singleResult: { errors: [] } },
      'kind="mutation",outcome="error"',
    ],
    [
      'what is no operation',
      undefined,
      { kind: 'single', singleResult: { errors: [] } },
      'kind="none",outcome="error"',
    ],
    ['an answer in parts', { operation: 'query' }, { kind: 'incremental' }, 'kind="query",outcome="ok"'],
  ])('count %s by its kind and outcome', async (_, operation, body, labels) => {
    const registry = registryOf('gateway');
    const listener = await operationLatency(registry).requestDidStart?.({} as never);
    await listener?.willSendResponse?.({ operation, response: { body } } as never);
    const text = await registry.metrics();
    expect(text).toContain(`fivepoint_operation_seconds_bucket{le="10",service="gateway",${labels}} 1`);
    expect(text).toContain(`fivepoint_operation_seconds_count{service="gateway",${labels}} 1`);
  });
});
