import { testDatabase } from '@fivepoint/testing';
import { DataSource } from 'typeorm';
import { poolOf } from './connection-pool';

describe('a pool', () => {
  it('says how many connections are open, and who waits for one', async () => {
    const database = await testDatabase('deal', { template: 'empty', migrate: async () => undefined });
    const dataSource = await new DataSource({ type: 'postgres', url: database.appUrl, poolSize: 2 }).initialize();
    const pool = poolOf(dataSource);
    const stand = () => ({ open: pool.totalCount, waiting: pool.waitingCount });
    const [one, other, third] = [1, 2, 3].map(() => dataSource.createQueryRunner());
    await one!.connect();
    await other!.connect();
    expect(stand()).toEqual({ open: 2, waiting: 0 });
    const served = third!.connect();
    expect(stand()).toEqual({ open: 2, waiting: 1 });
    await one!.release();
    await served;
    expect(stand()).toEqual({ open: 2, waiting: 0 });
    await Promise.all([other!.release(), third!.release()]);
    await dataSource.destroy();
    await database.drop();
  });
});
