import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makeProduct, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';
import { book } from '../spec/rebalancing';

type Graph = Parameters<typeof run>[0];

interface Proposed extends Result {
  account: { id: string } | null;
  product: { id: string } | null;
}

describe('the targets of the next period (rule 5, across periods)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const draft = (over: object = {}) =>
    made(at.admin, 'createPlan', {
      ...{ name: '下一年度作战计划', startsOn: '2027-01-01', endsOn: '2027-12-31', currency: 'CNY', team: 'north' },
      ...over,
    });

  /** A driver of so many units at ¥40,000 each, a share of which can be won. */
  async function measured(accountId: string, productId: string | null, quantity: string): Promise<void> {
    await made(at.admin, 'recordDriverMeasure', {
      ...{ accountId, productId, demandDriverId: await makeDriver(at.admin), quantity, intensity: '0.25' },
      ...{ unitPrice: cny('40000.00'), source: '规划院年报' },
    });
  }

  /** An account of north with an owner, in a team of its own so that no other case is in its plan. */
  async function accountOf(team: string): Promise<{ accountId: string; ownerId: string }> {
    const ownerId = await makeRep(at.admin, { team });
    return { ownerId, accountId: await makeAccount(at.admin, { ownerId }) };
  }

  async function proposed(planId: string, graph: Graph = at.admin): Promise<Proposed[] | null> {
    const { plan } = await graph.query<{ plan: { proposedTargets: { nodes: Proposed[] } | null } }>(
      `query ($id: UUID!) { plan(id: $id) { proposedTargets(first: 100) { nodes { account { id } product { id } refusalReason
        attainable { amount } lastActual { amount } planned { amount } target { amount } } } } }`,
      { id: planId },
    );
    return plan.proposedTargets?.nodes ?? null;
  }
  const linesOf = async (planId: string) => {
    const { plan } = await at.admin.query<{ plan: { lines: { nodes: Result[] } } }>(
      'query ($id: UUID!) { plan(id: $id) { lines { nodes { account { id } owner { id } target { amount } floor { amount } } } } }',
      { id: planId },
    );
    return plan.lines.nodes;
  };

  it('start from the attainable potential, whatever was sold, and are taken into the draft', async () => {
    const team = `team ${uuidv7()}`;
    const [one, productId] = [await accountOf(team), await makeProduct(at.admin)];
    await measured(one.accountId, productId, '1200');
    await book(at.service, { planLineId: uuidv7(), ownerId: one.ownerId }, 150_000_000n, { ...one, productId });
    const planId = await draft({ team });
    const expected = {
      account: { id: one.accountId },
      product: { id: productId },
      refusalReason: null,
      attainable: { amount: '3600000.00' },
      lastActual: { amount: '1500000.00' },
      planned: null,
      target: { amount: '3600000.00' },
    };
    expect(await proposed(planId)).toEqual([expected]);
    const accepted = { accountId: one.accountId, productId };
    expect(
      await run(at.admin, 'acceptProposedTargets', { planId, targets: [{ ...accepted, floorBasisPoints: 7_500 }] }),
    ).toMatchObject({ __typename: 'Plan', id: planId });
    const line = {
      account: { id: one.accountId },
      owner: { id: one.ownerId },
      target: { amount: '3600000.00' },
      floor: { amount: '2700000.00' },
    };
    expect(await linesOf(planId)).toEqual([line]);
    expect(await proposed(planId)).toEqual([{ ...expected, planned: { amount: '3600000.00' } }]);
    // More is found out about the account: the line follows, with the floor that it has.
    await measured(one.accountId, productId, '400');
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets: [accepted] })).toMatchObject({ id: planId });
    expect(await linesOf(planId)).toEqual([{ ...line, target: { amount: '4800000.00' } }]);
    await made(at.admin, 'submitPlan', { planId });
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets: [accepted] })).toMatchObject({
      __typename: 'PlanNotDraft',
    });
    await made(at.admin, 'approvePlan', { planId });
    expect(await proposed(planId)).toBeNull();
  });

  it('are refused where they would rest on what was sold alone, with all that is wrong', async () => {
    const team = `team ${uuidv7()}`;
    const [sold, known, productId] = [await accountOf(team), await accountOf(team), await makeProduct(at.admin)];
    await book(at.service, { planLineId: uuidv7(), ownerId: sold.ownerId }, 700n, { ...sold, productId });
    await measured(known.accountId, productId, '100');
    await measured(known.accountId, null, '100');
    const planId = await draft({ team });
    const rows = (await proposed(planId)) ?? [];
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          account: { id: sold.accountId },
          lastActual: { amount: '7.00' },
          attainable: null,
          target: null,
          refusalReason: 'NO_POTENTIAL',
        }),
        expect.objectContaining({ product: null, attainable: { amount: '300000.00' }, refusalReason: 'NO_PRODUCT' }),
        expect.objectContaining({ product: { id: productId }, target: { amount: '300000.00' } }),
      ]),
    );
    const place = { accountId: known.accountId, productId };
    const targets = [
      { accountId: sold.accountId, productId },
      place,
      place,
      { accountId: uuidv7(), productId },
      { accountId: known.accountId, productId: await makeProduct(at.admin) },
    ];
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets })).toMatchObject({
      problems: [
        {
          path: 'targets.0.accountId',
          message:
            "has no proposed target: no potential is assessed for it in the plan's currency, and what was signed before is no ground for a target",
        },
        { path: 'targets.2.accountId', message: 'has this product in a target before' },
        { path: 'targets.3.accountId' },
        { path: 'targets.4.accountId' },
      ],
    });
    expect(await linesOf(planId)).toEqual([]);
  });

  it('tell at its place what the commands for lines refuse', async () => {
    const team = `team ${uuidv7()}`;
    const [one, two, productId] = [await accountOf(team), await accountOf(team), await makeProduct(at.admin)];
    for (const { accountId } of [one, two]) await measured(accountId, productId, '100');
    const planId = await draft({ team });
    const line = { planId, accountId: one.accountId, productId, ownerId: one.ownerId };
    await made(at.admin, 'addPlanLine', { ...line, target: cny('900000.00'), floor: cny('800000.00') });
    const targets = [one, two].map(({ accountId }) => ({ accountId, productId }));
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets })).toMatchObject({
      problems: [{ path: 'targets.0.floor', message: 'must be at most the target, 300000.00' }],
    });
    const unknown = targets.map((target) => ({ ...target, floorBasisPoints: 5_000, ownerId: uuidv7() }));
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets: unknown.slice(1) })).toMatchObject({
      problems: [{ path: 'targets.0.ownerId' }],
    });
    expect(await linesOf(planId)).toMatchObject([{ target: { amount: '900000.00' } }]);
  });

  it('add up to the target that is set for a product, exactly', async () => {
    const team = `team ${uuidv7()}`;
    const productId = await makeProduct(at.admin);
    const accounts = [await accountOf(team), await accountOf(team), await accountOf(team)];
    for (const { accountId } of accounts) await measured(accountId, productId, '100');
    const planId = await draft({ team });
    await made(at.admin, 'fixProductTarget', { planId, productId, target: cny('1000000.00') });
    const rows = (await proposed(planId)) ?? [];
    expect(rows.map(({ target }) => (target as { amount: string }).amount).sort()).toEqual([
      '333333.33',
      '333333.33',
      '333333.34',
    ]);
    const targets = accounts.map(({ accountId }) => ({ accountId, productId }));
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets })).toMatchObject({ id: planId });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ status: 'SUBMITTED' });
  });

  it('show who sees the account; a target that is set is split over all of them all the same', async () => {
    const productId = await makeProduct(at.admin);
    const [one, other] = [await accountOf('north'), await accountOf('south')];
    for (const { accountId } of [one, other]) await measured(accountId, productId, '100');
    const planId = await draft({ team: null });
    await made(at.admin, 'fixProductTarget', { planId, productId, target: cny('500000.00') });
    const ofProduct = async (graph: Graph) =>
      ((await proposed(planId, graph)) ?? []).filter(({ product }) => product?.id === productId);
    expect(await ofProduct(at.admin)).toHaveLength(2);
    const planner = await at.service.as({ roles: ['MANAGER'], teams: ['north'] });
    const { planId: teamPlan } = { planId: await draft() };
    const rows = ((await proposed(teamPlan, planner)) ?? []).filter(({ product }) => product?.id === productId);
    expect(rows).toMatchObject([{ account: { id: one.accountId }, target: { amount: '300000.00' } }]);
    expect((await ofProduct(at.admin)).map(({ target }) => target)).toEqual([
      { amount: '250000.00' },
      { amount: '250000.00' },
    ]);
  });

  it('keep to themselves what a line says that the reader may not see, and leave it alone', async () => {
    const [mine, theirs] = [await makeRep(at.admin, { team: 'north' }), await makeRep(at.admin, { team: 'south' })];
    const accountId = await makeAccount(at.admin, { ownerId: mine });
    const [hidden, free] = [await makeProduct(at.admin), await makeProduct(at.admin)];
    for (const productId of [hidden, free]) await measured(accountId, productId, '100');
    const planId = await draft();
    const amounts = { target: cny('1234.56'), floor: cny('0.00') };
    const lineId = await made(at.admin, 'addPlanLine', {
      ...{ planId, accountId, productId: hidden, ownerId: theirs, ...amounts },
    });
    const plannedFor = async (graph: Graph) =>
      new Map(
        ((await proposed(planId, graph)) ?? [])
          .filter(({ account }) => account?.id === accountId)
          .map(({ product, planned, target }) => [product?.id, { planned, target }]),
      );
    const target = { amount: '300000.00' };
    for (const graph of [at.manager, await at.repAs(mine, ['north'])])
      expect(await plannedFor(graph)).toEqual(
        new Map([
          [hidden, { planned: null, target }],
          [free, { planned: null, target }],
        ]),
      );
    expect((await plannedFor(at.admin)).get(hidden)).toEqual({ planned: { amount: '1234.56' }, target });
    const targets = [free, hidden].map((productId) => ({ accountId, productId }));
    const refused = await run(at.manager, 'acceptProposedTargets', { planId, targets });
    expect(refused).toMatchObject({ problems: [{ path: 'targets.1.accountId' }] });
    expect(JSON.stringify(refused)).not.toContain(lineId);
    expect(await linesOf(planId)).toMatchObject([{ target: { amount: '1234.56' } }]);
  });

  it('are taken together: one step of the plan, however many lines change and are new, and none where nothing does', async () => {
    const team = `team ${uuidv7()}`;
    const productId = await makeProduct(at.admin);
    const places = [];
    for (let index = 0; index < 6; index++) places.push(await accountOf(team));
    for (const { accountId } of places) await measured(accountId, productId, '100');
    const planId = await draft({ team });
    for (const { accountId, ownerId } of places.slice(0, 3))
      await made(at.admin, 'addPlanLine', {
        ...{
          planId,
          accountId,
          productId,
          ownerId,
          target: cny('1.00'),
          floor: cny('0.00'),
          stretch: cny('400000.00'),
        },
      });
    const versionOf = async () => {
      const { plan } = await at.admin.query<{ plan: { version: number } }>(
        'query ($id: UUID!) { plan(id: $id) { version } }',
        { id: planId },
      );
      return plan.version;
    };
    const before = await versionOf();
    const targets = places.map(({ accountId }) => ({ accountId, productId, floorBasisPoints: 5_000 }));
    const input = { planId, targets, expectedVersion: before };
    expect(await run(at.admin, 'acceptProposedTargets', input)).toMatchObject({ id: planId, version: before + 1 });
    const line = { target: { amount: '300000.00' }, floor: { amount: '150000.00' } };
    expect(await linesOf(planId)).toMatchObject(places.map(() => line));
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets })).toMatchObject({ version: before + 1 });
    const stale = await run(at.admin, 'acceptProposedTargets', { ...input, targets: targets.slice(0, 1) });
    expect(stale).toMatchObject({ __typename: 'VersionConflict' });
  });

  it('change what a revision says, and leave the line that counts as it is', async () => {
    const team = `team ${uuidv7()}`;
    const [{ accountId, ownerId }, productId] = [await accountOf(team), await makeProduct(at.admin)];
    await measured(accountId, productId, '100');
    const planId = await draft({ team });
    const line = { planId, accountId, productId, ownerId, target: cny('299999.00'), floor: cny('0.00') };
    const planLineId = await made(at.admin, 'addPlanLine', line);
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await made(at.admin, 'revisePlan', { planId, reason: '补充' });
    expect(await run(at.admin, 'acceptProposedTargets', { planId, targets: [{ accountId, productId }] })).toMatchObject(
      {
        id: planId,
      },
    );
    const { planLine } = await at.admin.query<{ planLine: { target: Result; versions: { nodes: Result[] } } }>(
      'query ($id: UUID!) { planLine(id: $id) { target { amount } versions { nodes { target { amount } } } } }',
      { id: planLineId },
    );
    expect(planLine.target).toEqual({ amount: '299999.00' });
    expect(planLine.versions.nodes.map(({ target }) => (target as { amount: string }).amount).sort()).toEqual([
      '299999.00',
      '300000.00',
    ]);
  });
});
