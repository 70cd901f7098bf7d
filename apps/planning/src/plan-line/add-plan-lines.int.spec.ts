import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makeAccount, makePlan, makePlay, makeRep, run } from '../spec/house';

describe('many lines at once (P20)', () => {
  const at = house();

  const accounts = (count: number) => Promise.all(Array.from({ length: count }, () => makeAccount(at.admin)));
  const linesOf = async (planId: string) => {
    const { plan } = await at.admin.query<{ plan: Result & { lines: { nodes: Result[]; totalCount: number } } }>(
      `query ($id: UUID!) { plan(id: $id) { version totalTarget { amount } lines(first: 100, orderBy: { field: TARGET }) { totalCount nodes {
        target { amount } floor { amount } stretch { amount } team standing plays { id } account { id } product { id } owner { id } } } } }`,
      { id: planId },
    );
    return plan;
  };

  it('are added as one by one, and count as one change of the plan', async () => {
    const { planId, productId, ownerId } = await makePlan(at.admin);
    const [one, other] = await accounts(2);
    const play = await makePlay(at.admin);
    const line = (accountId: string | undefined, target: string, over: object = {}) => ({
      ...{ accountId, productId, ownerId, target: cny(target), floor: cny('1.00') },
      ...over,
    });
    const input = {
      planId,
      lines: [line(one, '3.00', { playIds: [play, play] }), line(other, '4.00', { stretch: cny('5.00') })],
      expectedVersion: 2,
      idempotencyKey: uuidv7(),
    };
    expect(await run(at.admin, 'addPlanLines', input)).toMatchObject({ __typename: 'Plan', id: planId, version: 3 });
    expect(await run(at.admin, 'addPlanLines', input)).toMatchObject({ __typename: 'Plan', version: 3 });
    const plan = await linesOf(planId);
    expect(plan).toMatchObject({ totalTarget: { amount: '1500007.00' }, lines: { totalCount: 3 } });
    expect(plan.lines.nodes.slice(0, 2)).toEqual([
      {
        ...{ target: { amount: '3.00' }, floor: { amount: '1.00' }, stretch: null, team: 'north', standing: 'PLANNED' },
        ...{ plays: [{ id: play }], account: { id: one }, product: { id: productId }, owner: { id: ownerId } },
      },
      {
        ...{ target: { amount: '4.00' }, floor: { amount: '1.00' }, stretch: { amount: '5.00' }, team: 'north' },
        ...{
          standing: 'PLANNED',
          plays: [],
          account: { id: other },
          product: { id: productId },
          owner: { id: ownerId },
        },
      },
    ]);
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    const targeted = await at.service.published('fivepoint.planning.account-targeted.v1');
    const turns = targeted.filter(({ data }) => data.planId === planId).map(({ correlationId }) => correlationId);
    expect(new Set(turns).size).toBe(3);
  });

  it('are none when one is wrong: every problem of every row at its place', async () => {
    const plan = await makePlan(at.admin);
    const { planId, productId, ownerId, accountId } = plan;
    const [one, other] = await accounts(2);
    const southern = await makeRep(at.admin, { team: 'south' });
    const id = uuidv7();
    const good = { accountId: one, productId, ownerId, target: cny('3.00'), floor: cny('1.00') };
    const answer = await run(at.manager, 'addPlanLines', {
      planId,
      lines: [
        { ...good, accountId: await makeAccount(at.admin, { ownerId }) },
        { ...good, accountId: id, productId: id, ownerId: id, playIds: [id] },
        { ...good, accountId, ownerId: southern, floor: cny('9.00'), stretch: cny('2.00') },
        { ...good, accountId: one },
        { ...good, accountId: other, target: cny('92233720368547758.07') },
      ],
    });
    const unseen = (entity: string, of: string) => `There is no ${entity} ${of} that you may see.`;
    expect(answer).toEqual({
      __typename: 'InvalidInput',
      problems: [
        { path: 'lines.1.accountId', message: unseen('Account', id) },
        { path: 'lines.1.productId', message: unseen('Product', id) },
        { path: 'lines.1.ownerId', message: unseen('Rep', id) },
        { path: 'lines.1.playIds.0', message: unseen('Play', id) },
        { path: 'lines.2.accountId', message: 'has a line for this product in the plan already; change that one' },
        { path: 'lines.2.ownerId', message: 'must be you or a rep of one of your teams: north' },
        { path: 'lines.2.floor', message: 'must be at most the target, 3.00' },
        { path: 'lines.2.stretch', message: 'must be at least the target, 3.00' },
        { path: 'lines.3.accountId', message: unseen('Account', one ?? '') },
        { path: 'lines.4.accountId', message: unseen('Account', other ?? '') },
        { path: 'lines.4.target', message: 'makes the plan too large to be added up' },
      ],
    });
    expect(await linesOf(planId)).toMatchObject({ version: 2, lines: { totalCount: 1 } });
  });

  it('are none for accounts whose names are industries by now: each is told at its place', async () => {
    const { planId, productId, ownerId } = await makePlan(at.admin);
    const [mines, flights] = [
      await makeAccount(at.admin, { name: '矿山装备', ownerId }),
      await makeAccount(at.admin, { name: '低空经济产业', ownerId }),
    ];
    const [unit] = await accounts(1);
    for (const industry of ['矿山装备', '低空经济']) await makeAccount(at.admin, { industry });
    const line = { productId, ownerId, target: cny('3.00'), floor: cny('1.00') };
    const lines = [flights, unit, mines].map((accountId) => ({ ...line, accountId }));
    const message = 'names an industry; name the organisation that buys, such as 江苏省电力公司';
    expect(await run(at.admin, 'addPlanLines', { planId, lines })).toMatchObject({
      problems: [
        { path: 'lines.0.accountId', message },
        { path: 'lines.2.accountId', message },
      ],
    });
  });

  it('may not be the same twice, nor too large together', async () => {
    const { planId, productId, ownerId } = await makePlan(at.admin);
    const [one, other] = await accounts(2);
    const large = { productId, ownerId, target: cny('50000000000000000.00'), floor: cny('0') };
    expect(
      await run(at.admin, 'addPlanLines', {
        planId,
        lines: [
          { ...large, accountId: one },
          { ...large, accountId: other },
          { ...large, accountId: one, target: cny('1.00') },
        ],
      }),
    ).toMatchObject({
      problems: [
        { path: 'lines.1.target', message: 'makes the plan too large to be added up' },
        { path: 'lines.2.accountId', message: 'has a line for this product in row 0 already' },
      ],
    });
    expect(await run(at.admin, 'addPlanLines', { planId, lines: [] })).toMatchObject({ problems: [{ path: 'lines' }] });
    const many = Array.from({ length: 501 }, () => ({ ...large, accountId: one }));
    expect(await run(at.admin, 'addPlanLines', { planId, lines: many })).toMatchObject({
      problems: [{ path: 'lines' }],
    });
  });

  it('go into a revision as its own, with those that come back', async () => {
    const { planId, planLineId, accountId, productId, ownerId } = await approvedPlan(at.admin);
    const [fresh] = await accounts(1);
    const line = { productId, ownerId, target: cny('3.00'), floor: cny('1.00') };
    const input = {
      planId,
      lines: [
        { ...line, accountId: fresh },
        { ...line, accountId },
      ],
    };
    expect(await run(at.admin, 'addPlanLines', input)).toEqual({ __typename: 'PlanNotDraft', status: 'IN_FORCE' });
    await made(at.admin, 'revisePlan', { planId, reason: 'more' });
    await made(at.admin, 'withdrawPlanLine', { planLineId });
    await made(at.admin, 'addPlanLines', input);
    const { plan } = await at.admin.query<{ plan: Result }>(
      `query ($id: UUID!) { plan(id: $id) { openRevision { totalTarget { amount } lines(orderBy: { field: CREATED_AT }) { nodes { planLine { id standing } } }
        comparison { addedCount changedCount withdrawnCount } } } }`,
      { id: planId },
    );
    expect(plan['openRevision']).toEqual({
      totalTarget: { amount: '6.00' },
      lines: {
        nodes: [
          { planLine: { id: expect.any(String) as string, standing: 'PROPOSED' } },
          { planLine: { id: planLineId, standing: 'PLANNED' } },
        ],
      },
      comparison: { addedCount: 1, changedCount: 1, withdrawnCount: 0 },
    });
  });
});
