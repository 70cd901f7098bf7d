import type { EventType } from '@fivepoint/contracts';
import { type Consumer, on } from '@fivepoint/messaging';
import { connected, eventually, exampleOf, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
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
