import { cny, connected, type Result } from '@fivepoint/testing';
import {
  house,
  made,
  makeAccount,
  makeContact,
  makeDriver,
  makePlan,
  makeProduct,
  makeRep,
  placeOf,
  type PlanMade,
} from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('key-person risk (P37, N11)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const risk = async (planId: string, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
    (
      await graph.query<{ plan: { keyPersonRisk: Result } }>(
        `query ($id: UUID!) { plan(id: $id) { keyPersonRisk { index normalised effectiveCount limitBasisPoints aboveLimit
          shares { rep { id } target { amount } basisPoints } unseen { repCount target { amount currency } basisPoints }
          accountCount withoutSecondSeatCount } } }`,
        { id: planId },
      )
    ).plan.keyPersonRisk;

  const add = async (plan: PlanMade, ownerId: string, amount: string, over: object = {}) =>
    made(at.admin, 'addPlanLine', {
      ...placeOf(plan),
      productId: await makeProduct(at.admin),
      ownerId,
      target: cny(amount),
      floor: cny('0.00'),
      ...over,
    });

  /** Much of potential and close to us by the shipped rules. */
  const makeCore = async (accountId: string) => {
    await made(at.admin, 'recordDriverMeasure', {
      ...{ accountId, demandDriverId: await makeDriver(at.admin), quantity: '2000', intensity: '1' },
      ...{ unitPrice: cny('10000.00'), source: '年报' },
    });
    await makeContact(at.admin, { accountId, roles: ['ECONOMIC_BUYER', 'TECHNICAL'], access: 'FULL', support: 2 });
  };

  it('shows whose shares of the target are how large, and how many people that is worth', async () => {
    const plan = await makePlan(at.admin);
    const [two, three] = [await makeRep(at.admin), await makeRep(at.admin, { team: 'south' })];
    await add(plan, plan.ownerId, '500000.00');
    await add(plan, two, '1200000.00');
    await add(plan, three, '800000.00', { accountId: await makeAccount(at.admin) });
    const index = {
      index: '0.3800',
      normalised: '0.0700',
      effectiveCount: '2.63',
      limitBasisPoints: 2500,
      aboveLimit: true,
    };
    const first = { rep: { id: plan.ownerId }, target: { amount: '2000000.00' }, basisPoints: 5000 };
    // 20 : 12 : 8 is 50 : 30 : 20 %, with more than one line of the first.
    const [second, third] = [
      { rep: { id: two }, target: { amount: '1200000.00' }, basisPoints: 3000 },
      { rep: { id: three }, target: { amount: '800000.00' }, basisPoints: 2000 },
    ];
    expect(await risk(plan.planId)).toEqual({
      ...index,
      shares: [first, second, third],
      unseen: null,
      accountCount: 2,
      withoutSecondSeatCount: 0,
    });
    expect(await risk(plan.planId, at.manager)).toMatchObject({
      ...index,
      shares: [first, second],
      unseen: { repCount: 1, target: { amount: '800000.00', currency: 'CNY' }, basisPoints: 2000 },
      accountCount: 2,
    });
  });

  it('tells nobody the share of a person of whom one line is not to be seen', async () => {
    const plan = await makePlan(at.admin);
    const other = await makeRep(at.admin, { team: 'north' });
    await add(plan, other, '300000.00');
    const elsewhere = await add(plan, plan.ownerId, '1200000.00');
    // As of a rep who has changed the team.
    await connected(at.service.superuserUrl, (client) =>
      client.query(`update plan_line set team = 'south' where id = $1`, [elsewhere]),
    );
    expect(await risk(plan.planId, at.manager)).toMatchObject({
      shares: [{ rep: { id: other }, target: { amount: '300000.00' }, basisPoints: 1000 }],
      unseen: { repCount: 1, target: { amount: '2700000.00' }, basisPoints: 9000 },
    });
  });

  it('tells nobody an index by which two people of whom not all is to be seen could be told apart', async () => {
    const plan = await makePlan(at.admin);
    const [one, other] = [await makeRep(at.admin, { team: 'south' }), await makeRep(at.admin, { team: 'south' })];
    await add(plan, one, '900000.00', { accountId: await makeAccount(at.admin) });
    await add(plan, other, '600000.00', { accountId: await makeAccount(at.admin) });
    expect(await risk(plan.planId)).toMatchObject({ index: '0.3800', normalised: '0.0700', effectiveCount: '2.63' });
    // 9 and 6 are the only ones that sum to 15 and whose squares to 117, which the index and the known 15 would give.
    expect(await risk(plan.planId, at.manager)).toEqual({
      index: null,
      normalised: null,
      effectiveCount: null,
      limitBasisPoints: 2500,
      aboveLimit: true,
      shares: [{ rep: { id: plan.ownerId }, target: { amount: '1500000.00' }, basisPoints: 5000 }],
      unseen: { repCount: 2, target: { amount: '1500000.00', currency: 'CNY' }, basisPoints: 5000 },
      accountCount: 3,
      withoutSecondSeatCount: 0,
    });
  });

  it('is of the lines that count: not of those that are only proposed, or withdrawn', async () => {
    const plan = await makePlan(at.admin);
    const { planId } = plan;
    const gone = await add(plan, await makeRep(at.admin), '500000.00');
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    const revise = () => made(at.admin, 'revisePlan', { planId, reason: '调整' });
    await revise();
    await made(at.admin, 'withdrawPlanLine', { planLineId: gone });
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await revise();
    await add(plan, await makeRep(at.admin), '700000.00');
    expect(await risk(planId)).toMatchObject({ index: '1.0000', shares: [{ rep: { id: plan.ownerId } }] });
    const { plan: found } = await at.admin.query<{ plan: Result }>(
      'query ($id: UUID!) { plan(id: $id) { teamCoverage { repCount target { amount } } } }',
      { id: planId },
    );
    expect(found['teamCoverage']).toEqual([{ repCount: 1, target: { amount: '1500000.00' } }]);
  });

  it('is measured by the limit of the tenant, and is unknown of a plan without lines', async () => {
    const empty = await made(at.admin, 'createPlan', {
      name: '空',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      currency: 'CNY',
      team: 'north',
    });
    expect(await risk(empty)).toEqual({
      index: null,
      normalised: null,
      effectiveCount: null,
      limitBasisPoints: 2500,
      aboveLimit: false,
      shares: [],
      unseen: null,
      accountCount: 0,
      withoutSecondSeatCount: 0,
    });
  });

  const relationships = async (planId: string, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
    (
      await graph.query<{ plan: { keyPersonRisk: { relationships: Result } } }>(
        `query ($id: UUID!) { plan(id: $id) { keyPersonRisk { relationships { index normalised effectiveCount aboveLimit
          shares { rep { id } contactCount basisPoints } unseen { repCount contactCount basisPoints } withoutOwnerCount } } } }`,
        { id: planId },
      )
    ).plan.keyPersonRisk.relationships;

  it('shows who looks after how many of the people at its accounts, each of them once', async () => {
    const plan = await makePlan(at.admin);
    const [two, three] = [await makeRep(at.admin), await makeRep(at.admin, { team: 'south' })];
    const [own, far] = [
      await makeAccount(at.admin, { ownerId: plan.ownerId }),
      await makeAccount(at.admin, { ownerId: three }),
    ];
    // Two lines of one account, and a third account that the plan does not name.
    await add(plan, plan.ownerId, '100000.00', { accountId: own });
    await add(plan, two, '100000.00', { accountId: own });
    await add(plan, three, '100000.00', { accountId: far });
    const elsewhere = await makeAccount(at.admin, { ownerId: plan.ownerId });
    const meet = (accountId: string, relationshipOwnerId: string | null, over: object = {}) =>
      makeContact(at.admin, { accountId, relationshipOwnerId, ...over });
    await meet(elsewhere, two);
    for (const owner of [plan.ownerId, plan.ownerId, two]) await meet(own, owner, { privacy: 'PRIVATE' });
    await meet(far, three);
    await meet(own, null);
    await made(at.admin, 'markContactLeft', { contactId: await meet(own, two) });
    // 2, 1 and 1 of 4: (4 + 1 + 1) ÷ 16.
    const index = { index: '0.3750', normalised: '0.0625', effectiveCount: '2.67', aboveLimit: true };
    const [first, others] = [
      { rep: { id: plan.ownerId }, contactCount: 2, basisPoints: 5000 },
      [two, three].sort().map((id) => ({ rep: { id }, contactCount: 1, basisPoints: 2500 })),
    ];
    const withoutOwnerCount = 1;
    expect(await relationships(plan.planId)).toEqual({
      ...{ ...index, shares: [first, ...others], unseen: null, withoutOwnerCount },
    });
    expect(await relationships(plan.planId, at.manager)).toEqual({
      ...{ ...index, withoutOwnerCount },
      shares: [first, ...others.filter(({ rep }) => rep.id === two)],
      unseen: { repCount: 1, contactCount: 1, basisPoints: 2500 },
    });
  });

  it('tells of relationships no index by which two people could be told apart, and none of nobody', async () => {
    const plan = await makePlan(at.admin);
    expect(await relationships(plan.planId)).toEqual({
      ...{ index: null, normalised: null, effectiveCount: null, aboveLimit: false },
      ...{ shares: [], unseen: null, withoutOwnerCount: 0 },
    });
    for (const count of [1, 3]) {
      const ownerId = await makeRep(at.admin, { team: 'south' });
      const accountId = await makeAccount(at.admin, { ownerId });
      await add(plan, ownerId, '100000.00', { accountId });
      for (let made = 0; made < count; made += 1)
        await makeContact(at.admin, { accountId, relationshipOwnerId: ownerId });
    }
    expect(await relationships(plan.planId)).toMatchObject({ index: '0.6250', unseen: null });
    expect(await relationships(plan.planId, at.manager)).toEqual({
      ...{ index: null, normalised: null, effectiveCount: null, aboveLimit: true },
      ...{ shares: [], unseen: { repCount: 2, contactCount: 4, basisPoints: 10_000 }, withoutOwnerCount: 0 },
    });
  });

  it('counts the core accounts that one person alone looks after', async () => {
    const plan = await makePlan(at.admin);
    const [lonely, expert] = [await makeAccount(at.admin), await makeRep(at.admin)];
    await add(plan, plan.ownerId, '100000.00', { accountId: lonely });
    for (const accountId of [plan.accountId, lonely]) await makeCore(accountId);
    const assign = (accountId: string, seat: string, repId: string) =>
      made(at.admin, 'assignSeat', { accountId, seat, repId });
    const alone = async () => {
      const { plan: found } = await at.admin.query<{ plan: { lines: { nodes: Result[] } } }>(
        `query ($id: UUID!) { plan(id: $id) { lines(filter: { hasSecondSeat: false }) {
          nodes { account { id ironTriangle { missingSeats } } } } } }`,
        { id: plan.planId },
      );
      return [
        (await risk(plan.planId))['withoutSecondSeatCount'],
        found.lines.nodes.map(({ account }) => (account as Result).id).sort(),
      ];
    };
    expect(await alone()).toEqual([2, [plan.accountId, lonely].sort()]);
    await assign(plan.accountId, 'ACCOUNT_MANAGER', plan.ownerId);
    // One person in two seats is no second one.
    await assign(plan.accountId, 'SOLUTION', plan.ownerId);
    expect(await alone()).toEqual([2, [plan.accountId, lonely].sort()]);
    const accountSeatId = await assign(plan.accountId, 'DELIVERY', expert);
    expect(await alone()).toEqual([1, [lonely]]);
    // Alone, too, and no core account.
    const small = await makeAccount(at.admin);
    await add(plan, plan.ownerId, '1.00', { accountId: small });
    expect(await alone()).toEqual([1, [lonely, small].sort()]);
    await made(at.admin, 'vacateSeat', { accountSeatId });
    expect(await alone()).toEqual([2, [plan.accountId, lonely, small].sort()]);
  });
});

describe('the limit of key-person risk', () => {
  const at = house();

  it('is the one that the tenant has adopted, from its day on', async () => {
    const plan = await makePlan(at.admin);
    const ask = async () =>
      (
        await at.admin.query<{ plan: { keyPersonRisk: Result } }>(
          'query ($id: UUID!) { plan(id: $id) { keyPersonRisk { limitBasisPoints aboveLimit } } }',
          { id: plan.planId },
        )
      ).plan.keyPersonRisk;
    await made(at.admin, 'adoptTeamRule', { keyPersonBasisPoints: 10_000, effectiveOn: '2026-06-16' });
    expect(await ask()).toEqual({ limitBasisPoints: 2500, aboveLimit: true });
    at.today = '2026-06-16';
    expect(await ask()).toEqual({ limitBasisPoints: 10_000, aboveLimit: false });
  });
});
