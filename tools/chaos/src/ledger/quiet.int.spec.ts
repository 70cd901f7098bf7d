import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { connected, testDatabase, type TestDatabase } from '@fivepoint/testing';
import { services } from '../../../local/src/services';
import { databaseOf, type DatabaseServer } from '../../../postgres/src/index';
import { quiet } from './quiet';

const transport = 'in-process';

describe('quiet', () => {
  const databases = new Map<string, TestDatabase>();
  const server: DatabaseServer = {
    superuserUrl: (name = '') => databases.get(name)?.superuserUrl ?? '',
    rolePassword: () => '',
  };
  const isQuiet = (unmovedMs: number, from = server) =>
    quiet(from, { prefix: '', transport, unmovedMs, longestMs: 60_000 });
  const inPlanning = (text: string, values: unknown[] = []) =>
    connected(server.superuserUrl(databaseOf('planning')), (client) => client.query(text, values));
  const told = (position: number | null) =>
    inPlanning(
      `insert into outbox (tenant_id, key, sequence, id, position, type, envelope) values ($1, 'one', 1, $2, $3, 'any', '{}')`,
      [uuidv7(), randomUUID(), position],
    );

  beforeAll(async () => {
    for (const definition of services)
      databases.set(
        databaseOf(definition.name),
        await testDatabase(definition.name, { migrate: async (url) => void (await migrate(definition, url)) }),
      );
    await inPlanning('insert into relay_publication (transport, published_position) values ($1, 1)', [transport]);
  });
  beforeEach(() => inPlanning('delete from outbox'));
  afterAll(() => Promise.all([...databases.values()].map((database) => database.drop())));

  it('is at once where all is settled, however long is waited for what is not', async () => {
    expect(await isQuiet(60_000)).toBe(true);
  });

  it.each([
    ['is not published', null],
    ['is published and has come to nobody', 1],
  ])('is not said of an event that %s, when nothing moves', async (_, position) => {
    await told(position);
    expect(await isQuiet(0)).toBe(false);
  });

  it('waits for what is being settled', async () => {
    await told(null);
    let planningIsRead = () => {};
    const read = new Promise<void>((resolve) => (planningIsRead = resolve));
    const watched: DatabaseServer = {
      ...server,
      superuserUrl(name) {
        // The databases are looked at one after the other, planning's first.
        if (name !== databaseOf('planning')) planningIsRead();
        return server.superuserUrl(name);
      },
    };
    const waiting = isQuiet(60_000, watched);
    await read;
    await inPlanning('delete from outbox');
    expect(await waiting).toBe(true);
  });
});
