import { uuidv7 } from '@fivepoint/kernel';
import { isPassing, LostConnection } from '@fivepoint/messaging';
import { connected, eventually, testDatabase, type TestDatabase } from '@fivepoint/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { notes } from '../spec/notes';
import { migrate } from './migrate';
import { inTenant, readInTenant } from './tenancy';

describe('a transaction of a tenant', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await testDatabase('deal', {
      template: 'notes',
      migrate: async (url) => void (await migrate(notes, url)),
    });
    dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const loseConnection = async ({ queryRunner }: EntityManager) => {
    const [{ pid }] = (await queryRunner!.query('select pg_backend_pid() as pid')) as [{ pid: number }];
    await connected(database.superuserUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]));
    await eventually(() => expect(queryRunner!.isReleased).toBe(true));
  };

  it.each([
    ['reads', readInTenant],
    ['writes', inTenant],
  ] as const)(
    'that %s passes as trouble of the database when its connection breaks between two statements',
    async (_, run) => {
      const failure = await run(dataSource, uuidv7(), async (manager: EntityManager) => {
        await loseConnection(manager);
        return manager.query('select 1');
      }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LostConnection);
      expect(isPassing(failure)).toBe(true);
    },
  );

  it('tells what went wrong in it as it is', async () => {
    const wrong = new Error('a bug');
    for (const run of [readInTenant, inTenant])
      await expect(run(dataSource, uuidv7(), () => Promise.reject(wrong))).rejects.toBe(wrong);
  });
});
