import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventType } from '@fivepoint/contracts';
import { type Consumer, on, wait } from '@fivepoint/messaging';
import {
  connected,
  eventually,
  exampleOf,
  keptSpans,
  serviceUnderTest,
  type ServiceUnderTest,
} from '@fivepoint/testing';
import { NotFound } from '../graph/refusals';
import type { Command } from '../command/command';
import { notes } from '../spec/notes';

const registered: EventType = 'fivepoint.planning.account-registered.v1';
const emitted: EventType = 'fivepoint.deal.contract-signed.v1';

/** It emits as any handler may, whether it is declared a projection or not. */
const emits = (name: string): Consumer<Command> => ({
  name,
  handlers: [
    on(registered, async (command, { key, subject }) =>
      command.emit({ type: emitted, key, subject, data: exampleOf(emitted) }),
    ),
  ],
});
const projection = { clear: async () => undefined };

describe('a handler that emits', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    const consumers = [emits('deal'), { ...emits('deal.copy'), projection }];
    service = await serviceUnderTest({ ...notes, consumers }, undefined, 'notes');
  });
  afterAll(() => service.stop());

  it('is refused where its consumer is a projection, which a rebuild would let publish again', async () => {
    const accountId = service.tenantId;
    const data = { ...exampleOf(registered), accountId };
    await service.receive(registered, data as never, { subject: accountId, unfinished: true });
    const inbox = () =>
      connected(service.superuserUrl, async (client) => {
        const { rows } = await client.query<object>(
          `select consumer, state, reason, attempts > 0 as tried from inbox order by consumer`,
        );
        return rows;
      });
    await eventually(async () =>
      expect(await inbox()).toMatchObject([
        { consumer: 'deal', state: 'DONE' },
        {
          ...{ consumer: 'deal.copy', state: 'RECEIVED', tried: true },
          reason: expect.stringContaining(`deal.copy is a projection, which emits nothing, and emitted ${emitted}`),
        },
      ]),
    );
    expect(await service.published(emitted)).toHaveLength(1);
  });
});

describe('what came of an event', () => {
  const spans = keptSpans();
  let service: ServiceUnderTest;
  beforeAll(async () => {
    const answering = (name: string, answer: () => Promise<void | NotFound | ReturnType<typeof wait>>) => ({
      name,
      handlers: [on(registered, answer)],
    });
    const consumers: Consumer<Command>[] = [
      answering('deal', async () => undefined),
      answering('deal.refusing', async () => new NotFound('Note', 'x')),
      answering('deal.waiting', async () => wait('for a note')),
      answering('deal.failing', async () => Promise.reject(new Error('broken'))),
    ];
    service = await serviceUnderTest({ ...notes, consumers }, undefined, 'notes');
  });
  afterAll(() => service.stop());

  const outcomes = { deal: 'done', 'deal.refusing': 'refused', 'deal.waiting': 'waiting', 'deal.failing': 'failed' };

  it('is told by its span and by the metrics, all of which the table of operations explains', async () => {
    const accountId = service.tenantId;
    const data = { ...exampleOf(registered), accountId };
    await service.receive(registered, data as never, { subject: accountId, unfinished: true });
    const measured = async () => (await service.running.metrics.scrape()).text;
    await eventually(async () => {
      const text = await measured();
      for (const [consumer, outcome] of Object.entries(outcomes))
        expect(text).toMatch(
          `fivepoint_event_seconds_count{service="deal",consumer="${consumer}",type="${registered}",outcome="${outcome}"}`,
        );
    });
    const told = spans().map(({ attributes }) => [
      Reflect.get(attributes, 'fivepoint.consumer'),
      Reflect.get(attributes, 'fivepoint.outcome'),
    ]);
    for (const one of Object.entries(outcomes)) {
      expect(told).toContainEqual(one);
      expect(told.filter(([consumer]) => consumer === one[0]).every(([, outcome]) => outcome === one[1])).toBe(true);
    }

    const text = await measured();
    const late = [...text.matchAll(/fivepoint_handoff_seconds_count\{(.*)\} (\d+)/g)].map(([, ...told]) => told);
    expect(late).toEqual([[`service="deal",consumer="deal",type="${registered}"`, '1']]);
    expect(text).toMatch(/fivepoint_database_connections\{service="deal"\} [1-9]/);
    const table = readFileSync(join(__dirname, '../../../../docs/operations.md'), 'utf8');
    const names = [...text.matchAll(/^# HELP (\S+) /gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(table).toContain(`\n| \`${name}\` `);
  });
});
