import { uuidv7 } from '@fivepoint/kernel';
import { type ServiceUnderTest, serviceUnderTest } from '@fivepoint/testing';
import { InputProblem, InvalidInput } from '../graph/refusals';
import { notes } from '../spec/notes';
import type { AtWork, Background } from './background';

describe('what a service does by itself', () => {
  const order: string[] = [];
  let at: AtWork | undefined;
  let service: ServiceUnderTest;
  const tenantId = uuidv7();
  const workOf =
    (name: string): Background =>
    (given) => {
      at = given;
      order.push(`${name} starts`);
      return {
        async stop() {
          // Its database is still there, so that it can leave things in order.
          const [row] = (await given.inTenant(tenantId, (manager) => manager.query('select 1'))) as unknown[];
          order.push(`${name} stops ${row ? 'in order' : ''}`);
        },
      };
    };
  const work = (): AtWork => {
    if (!at) throw new Error('nothing has started');
    return at;
  };

  beforeAll(async () => {
    const background = [workOf('first'), workOf('second')];
    service = await serviceUnderTest({ ...notes, background }, undefined, 'notes');
  });

  it('is a command of the tenant that it names: audited under its name, and undone by a refusal', async () => {
    const tidy = (refused: boolean) =>
      work().command(tenantId, 'tidy', async (command) => {
        expect(command.identity).toMatchObject({ tenantId, userId: 'background:tidy', roles: ['ADMIN'] });
        const row = { ...command.newAggregate(), title: `tidied ${uuidv7()}`, day: '2026-01-01', number: 1 };
        const [Note] = notes.entities;
        const note = await command.add(Object.assign(new Note!(), row));
        return refused ? new InvalidInput([new InputProblem('note', 'is not wanted')]) : Object.assign(note, row);
      });
    const count = () =>
      work().inTenant(tenantId, async (manager) => {
        const rows = (await manager.query('select count(*)::int as count from note')) as { count: number }[];
        return rows[0]?.count;
      });
    expect(await tidy(true)).toBeInstanceOf(InvalidInput);
    expect(await count()).toBe(0);
    const note = await tidy(false);
    expect(await count()).toBe(1);
    const { id } = note as { id: string };
    expect(await service.audit(id)).toMatchObject([{ principal: 'background:tidy', mutation: 'tidy' }]);
  });

  it('looks over all tenants only as the relay, to which migrations open what it may see', async () => {
    expect(await work().acrossTenants('select current_user::text as role')).toEqual([{ role: 'deal_relay' }]);
    await expect(work().acrossTenants('select id from note')).rejects.toThrow('permission denied');
  });

  it('starts in order, and stops first and the other way round', async () => {
    await service.stop();
    expect(order).toEqual(['first starts', 'second starts', 'second stops in order', 'first stops in order']);
  });
});
