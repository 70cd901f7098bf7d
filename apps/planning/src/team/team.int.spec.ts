import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeRep, makeTeam, placeOf, makeProduct, run } from '../spec/house';

describe('teams (P22, P34)', () => {
  const at = house();
  const word = () => `team ${uuidv7()}`;

  const org = `query ($id: UUID!) { team(id: $id) { name memberCount accountCount spanCount manager { id } parent { id }
    children { nodes { id } } members { nodes { id memberOf { id } accountCount } } accounts { nodes { id } } } }`;
  const teamOf = async (id: string, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
    (await graph.query<{ team: Result }>(org, { id })).team;
  const named = async (name: string) =>
    await at.admin
      .query<{ teams: { nodes: Result[] } }>(
        'query ($name: String!) { teams(filter: { nameContains: $name }) { nodes { id name } } }',
        { name },
      )
      .then(({ teams }) => teams.nodes);

  it('are there with the first rep who carries their name, once, also for several at the same moment', async () => {
    const name = word();
    const repIds = await Promise.all([1, 2, 3].map(() => makeRep(at.admin, { team: name })));
    const [team, ...more] = await named(name);
    expect(more).toEqual([]);
    const found = await teamOf(team?.id ?? '');
    expect(found).toMatchObject({ name, memberCount: 3, spanCount: null, manager: null, parent: null });
    const members = found['members'] as { nodes: Result[] };
    expect(members.nodes.map(({ id }) => id).sort()).toEqual([...repIds].sort());
    for (const { memberOf } of members.nodes) expect(memberOf).toEqual({ id: team?.id });
  });

  it('are there with reps who are recorded from an older system, and not with rows that are refused', async () => {
    const [good, bad] = [word(), word()];
    const row = { externalId: uuidv7(), name: 'Anna', team: good };
    const rows = [row, { ...row, externalId: uuidv7(), team: bad, managerExternalId: uuidv7() }];
    await at.admin.query(
      'mutation ($input: RecordPastRepsInput!) { recordPastReps(input: $input) { rows { status } } }',
      { input: { rows } },
    );
    expect([(await named(good)).length, (await named(bad)).length]).toEqual([1, 0]);
  });

  it('are set up before they have a rep, and then are theirs who carry the name', async () => {
    const name = word();
    const managerId = await makeRep(at.admin, { team: 'north' });
    const parentId = await makeTeam(at.admin);
    const team = await run(at.admin, 'registerTeam', { name, managerId, parentId });
    expect(team).toMatchObject({ name, manager: { id: managerId }, parent: { id: parentId } });
    await makeRep(at.admin, { team: name });
    expect(await named(name)).toEqual([{ id: team.id, name }]);
    expect(await run(at.admin, 'registerTeam', { name })).toEqual({
      __typename: 'TeamExists',
      message: `${name} is a team already, for every rep brings its team along; change that one.`,
      team: { id: team.id },
    });
    expect(await run(at.admin, 'registerTeam', { name: word(), managerId: parentId })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Rep',
    });
    expect(await run(at.admin, 'registerTeam', { name: word(), parentId: managerId })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Team',
    });
  });

  it('count whom their manager leads: the other members, and who leads the teams under them, each once', async () => {
    const [above, below, beside] = [word(), word(), word()];
    const [chief, one, two] = [
      await makeRep(at.admin, { team: above }),
      await makeRep(at.admin, { team: above }),
      await makeRep(at.admin, { team: below }),
    ];
    const [aboveId, belowId] = [(await named(above))[0]?.id ?? '', (await named(below))[0]?.id ?? ''];
    const lead = (teamId: string, over: object) => made(at.admin, 'updateTeam', { teamId, ...over });
    await lead(aboveId, { managerId: chief });
    await lead(belowId, { managerId: two, parentId: aboveId });
    expect(await teamOf(aboveId)).toMatchObject({
      memberCount: 2,
      spanCount: 2,
      children: { nodes: [{ id: belowId }] },
    });
    // A second team under it that somebody leads who is counted already, or the chief, adds nobody.
    await makeTeam(at.admin, { name: beside, managerId: one, parentId: aboveId });
    await makeTeam(at.admin, { managerId: chief, parentId: aboveId });
    expect(await teamOf(aboveId)).toMatchObject({ spanCount: 2 });
    expect(await teamOf(belowId)).toMatchObject({ memberCount: 1, spanCount: 0 });
  });

  it('change in who leads them and where they stand, never into a circle', async () => {
    const [top, middle] = [await makeTeam(at.admin), await makeTeam(at.admin)];
    const bottom = await makeTeam(at.admin, { parentId: middle });
    const managerId = await makeRep(at.admin);
    const change = (teamId: string, over: object) => run(at.admin, 'updateTeam', { teamId, ...over });
    expect(await change(middle, { parentId: top, managerId, expectedVersion: 1 })).toMatchObject({
      version: 2,
      parent: { id: top },
      manager: { id: managerId },
    });
    expect(await change(middle, { managerId: null })).toMatchObject({ manager: null, parent: { id: top } });
    expect(await change(middle, { parentId: null, expectedVersion: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 3,
    });
    for (const parentId of [bottom, top])
      expect(await change(top, { parentId })).toMatchObject({ problems: [{ path: 'parentId' }] });
    const answers = await Promise.all([change(top, { parentId: bottom }), change(bottom, { parentId: top })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'Team']);
  });

  it('show the accounts that the caller sees, and count them all', async () => {
    const team = word();
    const ownerId = await makeRep(at.admin, { team });
    const accountId = await makeAccount(at.admin, { ownerId });
    const id = (await named(team))[0]?.id ?? '';
    expect(await teamOf(id)).toMatchObject({
      accountCount: 1,
      accounts: { nodes: [{ id: accountId }] },
      members: { nodes: [{ accountCount: 1 }] },
    });
    expect(await teamOf(id, at.manager)).toMatchObject({ accountCount: 1, accounts: { nodes: [] } });
  });

  it('cover a plan: reps, accounts and target of each, what is not to be seen in one row', async () => {
    const south = word();
    const plan = await makePlan(at.admin);
    const add = async (ownerId: string, amount: string, over: object = {}) =>
      made(at.admin, 'addPlanLine', {
        ...placeOf(plan),
        productId: await makeProduct(at.admin),
        ownerId,
        target: cny(amount),
        floor: cny('0.00'),
        ...over,
      });
    await add(plan.ownerId, '500000.00');
    const southerner = await makeRep(at.admin, { team: south });
    await add(southerner, '300000.00', { accountId: await makeAccount(at.admin) });
    await add(await makeRep(at.admin, { team: south }), '200000.01');
    const coverage = async (graph: Pick<typeof at.admin, 'query'>) =>
      (
        await graph.query<{ plan: { teamCoverage: Result[] } }>(
          `query ($id: UUID!) { plan(id: $id) { totalTarget { amount }
          teamCoverage { team { name } repCount accountCount target { amount } } } }`,
          { id: plan.planId },
        )
      ).plan.teamCoverage;
    const north = { team: { name: 'north' }, repCount: 1, accountCount: 1, target: { amount: '2000000.00' } };
    const other = { repCount: 2, accountCount: 2, target: { amount: '500000.01' } };
    expect(await coverage(at.admin)).toEqual([north, { team: { name: south }, ...other }]);
    expect(await coverage(at.manager)).toEqual([north, { team: null, ...other }]);
    expect(await coverage(await at.repAs(southerner, ['north']))).toEqual([
      north,
      { team: { name: south }, repCount: 1, accountCount: 1, target: { amount: '300000.00' } },
      { team: null, repCount: 1, accountCount: 1, target: { amount: '200000.01' } },
    ]);
  });
});
