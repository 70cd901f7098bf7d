import { migrate } from '@fivepoint/service';
import { testDatabase } from '@fivepoint/testing';
import { DataSource } from 'typeorm';
import { planning } from '../service';

describe('the migrations of planning', () => {
  it('can be undone, the last one first, and done again', async () => {
    const database = await testDatabase('planning', {
      template: 'planning to be undone',
      migrate: async (ownerUrl) => void (await migrate(planning, ownerUrl)),
    });
    const owner = await new DataSource({
      ...{ type: 'postgres', url: database.ownerUrl },
      ...{ migrations: [...planning.migrations], migrationsTransactionMode: 'each' },
    }).initialize();
    for (const _one of planning.migrations) await owner.undoLastMigration({ transaction: 'each' });
    expect(await owner.query('select name from migrations')).toEqual([]);
    await owner.destroy();
    expect(await migrate(planning, database.ownerUrl)).toHaveLength(planning.migrations.length);
    await database.drop();
  });
});
