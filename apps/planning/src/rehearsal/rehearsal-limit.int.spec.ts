import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, made, run } from '../spec/house';
import { planWith } from '../spec/rehearsing';

describe('how many rehearsals of a company may wait and run (P01)', () => {
  // Nobody plays them through, so that they wait.
  const at = house({ background: [] });
  const line = [{ target: 30, probability: 4_000 }];
  const start = (planId: string, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
    run(graph, 'startRehearsal', { planId, trialCount: 1_000 });
  const rules = async () => (await at.admin.query('{ planRules { mostRehearsalCount version } }'))['planRules'];
  const open = async () => {
    const { rehearsals } = await at.admin.query<{ rehearsals: { nodes: Result[] } }>(
      '{ rehearsals(filter: { statuses: [QUEUED, RUNNING] }, orderBy: { field: CREATED_AT }, first: 100) { nodes { id } } }',
    );
    return rehearsals.nodes.map(({ id }) => String(id));
  };

  beforeEach(async () => {
    for (const rehearsalId of await open()) await made(at.admin, 'cancelRehearsal', { rehearsalId });
  });

  it('is ten as shipped, and what the rules say', async () => {
    expect(await rules()).toEqual({ mostRehearsalCount: 10, version: 0 });
    const change = (input: object) => run(at.admin, 'changePlanRules', input);
    expect(await change({ mostRehearsalCount: 3, expectedVersion: 0 })).toMatchObject({ version: 1 });
    expect(await change({ mostRehearsalCount: 4, expectedVersion: 0 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 1,
    });
    expect(await change({ mostRehearsalCount: 5, expectedVersion: 1 })).toMatchObject({ version: 2 });
    expect(await rules()).toEqual({ mostRehearsalCount: 5, version: 2 });
    for (const mostRehearsalCount of [0, 101])
      expect(await change({ mostRehearsalCount })).toMatchObject({
        problems: [{ path: 'mostRehearsalCount', message: 'must be from 1 to 100' }],
      });
  });

  it('is held to, and the refusal says which wait; one that is called off makes room', async () => {
    await made(at.admin, 'changePlanRules', { mostRehearsalCount: 2 });
    const { planId } = await planWith(at.admin, line);
    const [first, second] = [await start(planId), await start(planId)];
    expect(await start(planId)).toEqual({
      __typename: 'TooManyRehearsals',
      mostCount: 2,
      unseenCount: 0,
      rehearsals: [{ id: first.id }, { id: second.id }],
      message: '2 rehearsals of the company wait or run, and at most 2 may: wait for one of them, or call one off.',
    });
    await made(at.admin, 'cancelRehearsal', { rehearsalId: first.id });
    expect(await start(planId)).toMatchObject({ status: 'QUEUED' });
  });

  it('counts those that one may not see, without showing them, and none of another company', async () => {
    await made(at.admin, 'changePlanRules', { mostRehearsalCount: 2 });
    const [own, theirs] = [await planWith(at.admin, line), await planWith(at.admin, line, { team: 'south' })];
    const [mine] = [await start(own.planId), await start(theirs.planId)];
    expect(await start(own.planId, at.manager)).toMatchObject({
      __typename: 'TooManyRehearsals',
      rehearsals: [{ id: mine.id }],
      unseenCount: 1,
    });
    const elsewhere = await at.service.as({ tenantId: uuidv7() });
    const { planId } = await planWith(elsewhere, line);
    expect(await start(planId, elsewhere)).toMatchObject({ status: 'QUEUED' });
  });

  it('is held to also where many are started at once', async () => {
    await made(at.admin, 'changePlanRules', { mostRehearsalCount: 3 });
    const { planId } = await planWith(at.admin, line);
    const answers = await Promise.all(Array.from({ length: 6 }, () => start(planId)));
    expect(answers.filter(({ __typename }) => __typename === 'Rehearsal')).toHaveLength(3);
    expect(await open()).toHaveLength(3);
  });
});
