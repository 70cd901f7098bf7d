import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeProduct, makeRep, placeOf, run } from '../spec/house';

describe('plan lines', () => {
  const at = house();

  it('has lines of one account, one product and one owner, each a turn of the lifecycle of its own', async () => {
    const made1 = await makePlan(at.admin, {}, { stretch: cny('1800000.00') });
    const { plan } = await at.admin.query<{ plan: Result & { lines: { nodes: Result[] } } }>(
      `query ($id: UUID!) { plan(id: $id) { correlationId totalTarget { amount currency } lines { totalCount nodes {
          correlationId team target { amount } floor { amount } stretch { amount } booked { amount } collected { amount }
          account { id } product { id } owner { id } plan { id } } } } }`,
      { id: made1.planId },
    );
    const [line] = plan.lines.nodes;
    expect(plan['totalTarget']).toEqual(cny('1500000.00'));
    expect(line).toEqual({
      correlationId: expect.not.stringMatching(String(plan['correlationId'])) as string,
      team: 'north',
      target: { amount: '1500000.00' },
      floor: { amount: '1200000.00' },
      stretch: { amount: '1800000.00' },
      booked: { amount: '0.00' },
      collected: { amount: '0.00' },
      account: { id: made1.accountId },
      product: { id: made1.productId },
      owner: { id: made1.ownerId },
      plan: { id: made1.planId },
    });
  });

  it('has one line per account and product, and names the one that is there', async () => {
    const plan = await makePlan(at.admin);
    const line = { ...placeOf(plan), target: cny('1.00'), floor: cny('0.00') };
    const { planLineId } = plan;
    expect(await run(at.admin, 'addPlanLine', line)).toEqual({
      __typename: 'PlanLineExists',
      planLine: { id: planLineId },
    });
    await made(at.admin, 'addPlanLine', { ...line, productId: await makeProduct(at.admin) });
  });

  it('takes one of two equal lines that are added at the same time', async () => {
    const place = placeOf(await makePlan(at.admin));
    const line = { ...place, productId: await makeProduct(at.admin), target: cny('1.00'), floor: cny('0.00') };
    const answers = await Promise.all([run(at.admin, 'addPlanLine', line), run(at.admin, 'addPlanLine', line)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PlanLine', 'PlanLineExists']);
  });

  it('refuses amounts that are not floor ≤ target ≤ stretch, or not in its currency, and says why', async () => {
    const place = placeOf(await makePlan(at.admin));
    const line = { ...place, productId: await makeProduct(at.admin) };
    const paths = async (amounts: object) =>
      ((await run(at.admin, 'addPlanLine', { ...line, ...amounts }))['problems'] as Result[]).map((one) => one['path']);
    expect(await paths({ target: cny('10'), floor: cny('10.01'), stretch: cny('9.99') })).toEqual(['floor', 'stretch']);
    expect(await paths({ target: cny('0'), floor: cny('0') })).toEqual(['target']);
    expect(await paths({ target: { amount: '10', currency: 'USD' }, floor: cny('1') })).toEqual(['target']);
    const most = cny('92233720368547758.07');
    expect(await paths({ target: most, floor: cny('1') })).toEqual(['target']);
  });

  it('refuses accounts, products, reps and plans that do not exist or are not yours to see', async () => {
    const place = placeOf(await makePlan(at.admin));
    const line = { ...place, productId: await makeProduct(at.admin), target: cny('2'), floor: cny('1') };
    const id = uuidv7();
    for (const [field, kind] of [
      ['planId', 'Plan'],
      ['accountId', 'Account'],
      ['productId', 'Product'],
      ['ownerId', 'Rep'],
    ] as const)
      expect(await run(at.admin, 'addPlanLine', { ...line, [field]: id })).toEqual({
        __typename: 'NotFound',
        entity: kind,
        id,
      });
    const foreign = await makeAccount(at.admin, { ownerId: await makeRep(at.admin, { team: 'south' }) });
    expect(await run(at.manager, 'addPlanLine', { ...line, accountId: foreign })).toMatchObject({ entity: 'Account' });
  });

  it('is given to oneself and to the own teams only, so that its author does not lose sight of it', async () => {
    const { planLineId, ownerId, ...place } = await makePlan(at.admin);
    const southern = await makeRep(at.admin, { team: 'south' });
    const line = { ...place, productId: await makeProduct(at.admin), target: cny('2'), floor: cny('3') };
    const foreign = { path: 'ownerId', message: 'must be you or a rep of one of your teams: north' };
    expect(await run(at.manager, 'addPlanLine', { ...line, ownerId: southern })).toEqual({
      __typename: 'InvalidInput',
      problems: [foreign, { path: 'floor', message: 'must be at most the target, 2.00' }],
    });
    expect(await run(at.manager, 'updatePlanLine', { planLineId, ownerId: southern })).toEqual({
      __typename: 'InvalidInput',
      problems: [foreign],
    });
    expect(await run(at.manager, 'addPlanLine', { ...line, ownerId, floor: cny('1') })).toMatchObject({
      team: 'north',
    });
    const executive = await at.service.as({ roles: ['EXECUTIVE'] });
    expect(await run(executive, 'updatePlanLine', { planLineId, ownerId: southern })).toMatchObject({ team: 'south' });
  });

  it('changes a line in DRAFT: amounts, owner, and no stretch any more', async () => {
    const { planLineId } = await makePlan(at.admin, {}, { stretch: cny('1800000.00') });
    const ownerId = await makeRep(at.admin, { team: 'east' });
    const target = cny('1600000.00');
    const updated = await run(at.admin, 'updatePlanLine', { planLineId, target, ownerId, expectedVersion: 1 });
    expect(updated).toMatchObject({
      target,
      floor: { amount: '1200000.00' },
      stretch: { amount: '1800000.00' },
      owner: { id: ownerId },
      team: 'east',
      version: 2,
    });
    const unstretched = { stretch: null, version: 3 };
    expect(await run(at.admin, 'updatePlanLine', { planLineId, stretch: null })).toMatchObject(unstretched);
    // The second time it says nothing new.
    expect(await run(at.admin, 'updatePlanLine', { planLineId, stretch: null })).toMatchObject(unstretched);
    const { planLine } = await at.admin.query<{ planLine: Result }>(
      'query ($id: UUID!) { planLine(id: $id) { stretch { amount } target { amount } } }',
      { id: planLineId },
    );
    expect(planLine).toEqual({ stretch: null, target: { amount: '1600000.00' } });
    expect(await run(at.admin, 'updatePlanLine', { planLineId, floor: cny('1600000.01') })).toMatchObject({
      problems: [{ path: 'floor' }],
    });
    expect(await run(at.admin, 'updatePlanLine', { planLineId, expectedVersion: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 3,
    });
    expect(await run(at.admin, 'updatePlanLine', { planLineId: uuidv7() })).toMatchObject({ entity: 'PlanLine' });
    expect(await run(at.admin, 'updatePlanLine', { planLineId, ownerId: uuidv7() })).toMatchObject({ entity: 'Rep' });
  });
});
