import { uuidv7 } from '@fivepoint/kernel';
import type { Result, TestPerson } from '@fivepoint/testing';
import { house, makeRep, run } from '../spec/house';

describe('reps', () => {
  const at = house();

  it('are registered with their manager, and announced without name or address', async () => {
    const managerId = await makeRep(at.manager, { name: '王强' });
    const input = { name: '李娜', email: 'li.na@example.com', userId: `u-${managerId}`, team: 'north', managerId };
    const rep = await run(at.manager, 'registerRep', input);
    expect(rep).toMatchObject({
      __typename: 'Rep',
      email: input.email,
      userId: input.userId,
      manager: { id: managerId },
    });
    const [event] = (await at.service.published('fivepoint.planning.rep-registered.v1')).filter(
      ({ subject }) => subject === rep.id,
    );
    expect(event?.data).toEqual({ repId: rep.id, team: 'north', managerId });
  });

  it("are registered by a manager for own teams, with a manager that exists and a sub of nobody else's", async () => {
    expect(await run(at.manager, 'registerRep', { name: '李娜', team: 'south' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'team', message: 'must be one of yours: north' }],
    });
    const managerId = uuidv7();
    expect(await run(at.manager, 'registerRep', { name: '李娜', team: 'north', managerId })).toEqual({
      __typename: 'NotFound',
      entity: 'Rep',
      id: managerId,
    });
    const userId = `u-${uuidv7()}`;
    await makeRep(at.admin, { userId });
    expect(await run(at.admin, 'registerRep', { name: '李娜', team: 'north', userId })).toMatchObject({
      problems: [{ path: 'userId' }],
    });
  });

  it('are one for each sub and each external id, also when they are registered at the same moment', async () => {
    for (const field of ['userId', 'externalId']) {
      const rep = { name: '李娜', team: 'north', [field]: uuidv7() };
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => run(at.admin, 'registerRep', rep)));
      const registered = answers.filter(({ __typename }) => __typename === 'Rep');
      const refused = answers.filter(({ __typename }) => __typename === 'InvalidInput');
      expect([registered.length, refused.length]).toEqual([1, 5]);
      for (const { problems } of refused) expect(problems).toMatchObject([{ path: field }]);
    }
  });

  it('know who I am, by the rep of the token or by its sub', async () => {
    const userId = `u-${uuidv7()}`;
    const repId = await makeRep(at.admin, { userId, name: '赵敏' });
    const me = async (person: Partial<TestPerson>) =>
      (await (await at.service.as(person)).query<{ me: Result | null }>('{ me { id name } }')).me;
    expect(await me({ roles: ['REP'], repId })).toEqual({ id: repId, name: '赵敏' });
    expect(await me({ roles: ['REP'], userId })).toEqual({ id: repId, name: '赵敏' });
    expect(await me({ roles: ['FINANCE'] })).toBeNull();
  });
});
