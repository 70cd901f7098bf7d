import type { EventType } from '@fivepoint/contracts';
import { type Consumer, on } from '@fivepoint/messaging';
import {
  connected,
  eventually,
  exampleOf,
  keptSpans,
  serviceUnderTest,
  type ServiceUnderTest,
} from '@fivepoint/testing';
import type { Command } from '../command/command';
import { notes } from '../spec/notes';

const registered: EventType = 'fivepoint.planning.account-registered.v1';
const phone = '13800138000';
const secret = `李雷 ${phone}`;

const failing = (name: string, fail: (command: Command) => Promise<unknown>): Consumer<Command> => ({
  name,
  handlers: [on(registered, async (command) => void (await fail(command)))],
});

describe('the span of what failed', () => {
  const spans = keptSpans();
  let service: ServiceUnderTest;
  beforeAll(async () => {
    const consumers = [
      failing('deal', ({ manager }) => manager.query('select $1::uuid', [secret])),
      failing('deal.copy', () => Promise.reject(new RangeError(`${secret} is none`))),
    ];
    service = await serviceUnderTest({ ...notes, consumers }, undefined, 'notes');
  });
  afterAll(() => service.stop());

  const nothingOfIt = () => {
    for (const part of [phone, '李雷']) expect(JSON.stringify(spans())).not.toContain(part);
  };

  it.each<[string, string, string, object?]>([
    ['a literal', 'GRAPHQL_VALIDATION_FAILED', `query Q { notes(first: "${secret}") { totalCount } }`],
    ['a text that does not belong there', 'GRAPHQL_PARSE_FAILED', `query Q { notes "${secret}" }`],
    ['a variable', 'BAD_USER_INPUT', 'query Q ($of: Int!) { notes(first: $of) { totalCount } }', { of: secret }],
    ['a statement', 'INTERNAL', 'query Q { broken }'],
  ])('of an operation tells the code, for %s', async (_, code, query, variables = {}) => {
    const answer = await (await service.as()).raw(query, variables);
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
    const ofOperations = spans().filter(({ name }) => !name.startsWith('handle '));
    expect(ofOperations.at(-1)).toMatchObject({ failure: code });
    nothingOfIt();
  });

  it('of an event’s handler tells the class of the error, and PostgreSQL’s code', async () => {
    const data = { ...exampleOf(registered), accountId: service.tenantId };
    await service.receive(registered, data as never, { subject: service.tenantId, unfinished: true });
    await eventually(() =>
      connected(service.superuserUrl, async (client) => {
        const { rows } = await client.query<object>('select reason from inbox where attempts > 0');
        expect(rows).toEqual(Array(2).fill({ reason: expect.stringContaining(secret) }));
      }),
    );
    const failed = spans().filter(({ name }) => name === `handle ${registered}`);
    const told = failed.map(({ attributes, failure }) => ({ ...attributes, failure }));
    expect(told).toContainEqual(
      expect.objectContaining({ 'fivepoint.consumer': 'deal', failure: 'QueryFailedError 22P02' }),
    );
    expect(told).toContainEqual(expect.objectContaining({ 'fivepoint.consumer': 'deal.copy', failure: 'RangeError' }));
    nothingOfIt();
  });
});
