import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';
import { shippedSkills } from '../skill/skill';

describe('a house that was there before there were teams', () => {
  it('has a team for every word that reps carry, and the shipped skills for every company', async () => {
    const database = await databaseBefore('Teams');
    const dataSource = new DataSource({ type: 'postgres', url: database.superuserUrl });
    await dataSource.initialize();
    const [one, other] = [uuidv7(), uuidv7()].sort();
    const rep = (tenant: string | undefined, team: string, origin: string) =>
      dataSource.query(
        `insert into rep (tenant_id, id, version, created_at, correlation_id, origin, name, team)
         values ($1, $2, 1, now(), $2, $3, 'Li Na', $4)`,
        [tenant, uuidv7(), origin, team],
      );
    await rep(one, 'north', 'IMPORTED');
    await rep(one, 'north', 'LIVE');
    await rep(one, 'south', 'IMPORTED');
    await rep(other, 'north', 'IMPORTED');

    for (const tenant of [one, other])
      await dataSource.query(
        `insert into tenant (tenant_id, id, name, time_zone, currency, created_at) values ($1, $1, 'Acme', 'UTC', 'CNY', now())`,
        [tenant],
      );

    const began = uuidv7();
    await migrate(planning, database.ownerUrl);
    const teams: { id: string }[] = await dataSource.query(
      'select tenant_id, name, origin, manager_id, parent_id, id from team order by tenant_id, name',
    );
    const ended = uuidv7(Date.now() + 1);
    const empty = { manager_id: null, parent_id: null, id: expect.any(String) as string };
    expect(teams).toEqual([
      { tenant_id: one, name: 'north', origin: 'LIVE', ...empty },
      { tenant_id: one, name: 'south', origin: 'IMPORTED', ...empty },
      { tenant_id: other, name: 'north', origin: 'IMPORTED', ...empty },
    ]);
    for (const { id } of teams) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(began.slice(0, 13) <= id.slice(0, 13) && id < ended).toBe(true);
    }
    const skills: unknown = await dataSource.query(
      'select tenant_id, name, description from skill order by tenant_id, name collate "C"',
    );
    const shipped = [...shippedSkills].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(skills).toEqual([one, other].flatMap((tenant_id) => shipped.map((skill) => ({ tenant_id, ...skill }))));
    await dataSource.destroy();
    await database.drop();
  });
});
