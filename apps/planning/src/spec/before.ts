import { migrate } from '@fivepoint/service';
import { testDatabase, type TestDatabase } from '@fivepoint/testing';
import { planning } from '../service';

/** A database of planning as it was before a migration, such as `PlanVersions`, and all that come behind it: for what is there when they run. */
export function databaseBefore(migration: string): Promise<TestDatabase> {
  const place = planning.migrations.findIndex(({ name }) => name.startsWith(`${migration}1`));
  if (place < 0) throw new Error(`there is no migration ${migration}`);
  return testDatabase('planning', {
    template: `planning before ${migration}`,
    migrate: async (ownerUrl) => void (await migrate({ migrations: planning.migrations.slice(0, place) }, ownerUrl)),
  });
}
