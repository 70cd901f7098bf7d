import type { GraphClient, ServiceUnderTest } from '@fivepoint/testing';
import { between, notesUnderTest } from '../spec/notes';

describe('what came of commands', () => {
  let service: ServiceUnderTest;
  let graph: GraphClient;
  beforeAll(async () => {
    service = await notesUnderTest();
    graph = await service.as();
  });
  afterAll(() => service.stop());

  const write = (input: object) =>
    graph.raw('mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename } }', { input });
  const counted = async (outcome: string, command = 'writeNote') => {
    const { text } = await service.running.metrics.scrape();
    const line = `fivepoint_commands_total{command="${command}",outcome="${outcome}",service="deal"} `;
    return Number(
      text
        .split('\n')
        .find((one) => one.startsWith(line))
        ?.slice(line.length) ?? 0,
    );
  };

  it('is counted: done, refused by a rule or by a range, used with other input, and failed', async () => {
    await write({ title: 'a' });
    await write({ title: 'b', idempotencyKey: 'key' });
    await write({ title: 'a' });
    await write({ title: 'c', lines: [] });
    await write({ title: 'd', idempotencyKey: 'key' });
    between.looking = () => Promise.reject(new Error('a bug'));
    await write({ title: 'e' });
    between.looking = async () => undefined;
    expect(await counted('done')).toBe(2);
    expect(await counted('INVALID_INPUT')).toBe(2);
    expect(await counted('IDEMPOTENCY_KEY_REUSED')).toBe(1);
    expect(await counted('error')).toBe(1);
  });

  it('is an error to whoever may not give it', async () => {
    const rep = await service.as({ roles: ['REP'] });
    await rep.raw(
      'mutation ($input: DiscardParkedEventInput!) { dealDiscardParkedEvent(input: $input) { __typename } }',
      {
        input: { consumer: 'deal', eventId: service.tenantId, reason: 'none' },
      },
    );
    expect(await counted('error', 'dealDiscardParkedEvent')).toBe(1);
  });
});
