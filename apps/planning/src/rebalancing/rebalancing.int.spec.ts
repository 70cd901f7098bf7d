import { uuidv7 } from '@fivepoint/kernel';
import { type Result, whileLocked } from '@fivepoint/testing';
import fc from 'fast-check';
import { approvedPlan, house, made, makeAccount, makePlan, makeProduct, makeRep, run } from '../spec/house';
import { book, fen, fenOf, planInForce, type RepAtWork, stateLeft } from '../spec/rebalancing';

const million = 100_000_000n;

/** Targets 5, 4 and 3 million, of which the third cannot reach 1.2 (rules §5). */
const example: RepAtWork[] = [
  { target: 5n * million, actual: (35n * million) / 10n, capacity: (25n * million) / 10n },
  { target: 4n * million, actual: 2n * million, capacity: (25n * million) / 10n },
  { target: 3n * million, actual: (36n * million) / 100n, capacity: (12n * million) / 10n },
];

interface Row {
  rep: { id: string };
  role: string;
  increaseLimit: string | null;
  [of: string]: unknown;
}

const amounts = [
  'original',
  'planned',
  'increasedBefore',
  'before',
  'actual',
  'capacity',
  'headRoom',
  'change',
  'after',
];
const rows = `targets(first: 100, orderBy: { field: CREATED_AT }) { totalCount nodes { id rep { id } role increaseLimit
  ${amounts.map((of) => `${of} { amount }`).join(' ')} } }`;

describe('the fair adjustment of targets (P29, P30, P32)', () => {
  const at = house();

  const propose = (planId: string, graph: Pick<typeof at.admin, 'query'> = at.admin, over: object = {}) =>
    run(graph, 'proposeRebalancing', { planId, reason: '上半年预算推迟', ...over });
  const proposed = (planId: string) => made(at.admin, 'proposeRebalancing', { planId, reason: '上半年预算推迟' });
  const approve = (rebalancingId: string, over: object = {}, graph: Pick<typeof at.admin, 'query'> = at.manager) =>
    run(graph, 'approveRebalancing', { rebalancingId, ...over });
  const adopt = (over: object) => made(at.admin, 'adoptRebalancingRule', over);

  // Each case begins with the rules as shipped; a rule of the same day takes the place of the one before.
  beforeEach(() =>
    adopt({
      increaseCapBasisPoints: 1_000,
      stretchBasisPoints: 12_000,
      reserveBasisPoints: 0,
      supportDays: 14,
      supportKind: 'COACHING',
      proposalDays: 14,
      leastHiddenCount: 3,
    }),
  );

  /** A sales manager who sees to the help of the reps. */
  const helper = () => makeRep(at.admin, { name: '周主任' });

  async function told(id: string, graph: Pick<typeof at.admin, 'query'> = at.admin) {
    const { rebalancing } = await graph.query<{ rebalancing: Result & { targets: { nodes: Row[] } } }>(
      `query ($id: UUID!) { rebalancing(id: $id) { id status targetBefore { amount } targetAfter { amount } ${rows}
        hidden { repCount original { amount } before { amount } after { amount } } guarantees { guarantee holds }
        proposer { id } decider { id } owner { id } planVersion { number } plan { id }
        supportActions { nodes { id rep { id } kind } } } }`,
      { id },
    );
    return rebalancing;
  }

  /** What each rep of a rebalancing gets, in the order of the plan's reps. */
  async function changesOf(id: string, repIds: readonly string[]): Promise<bigint[]> {
    const { targets } = await told(id);
    return repIds.map((repId) => {
      const row = targets.nodes.find(({ rep }) => rep.id === repId);
      return fenOf(row?.['change'] as { amount: string });
    });
  }

  async function repTargets(planId: string, graph: Pick<typeof at.admin, 'query'> = at.admin) {
    const { plan } = await graph.query<{ plan: { repTargets: (Result & { rep: { id: string } | null })[] } }>(
      `query ($id: UUID!) { plan(id: $id) { repTargets { rep { id } repCount original { amount } planned { amount }
        rebalanced { amount } increased { amount } } } }`,
      { id: planId },
    );
    return plan.repTargets;
  }

  const holding = (names: readonly string[]) => names.map((guarantee) => ({ guarantee, holds: true }));
  const promises = ['SUM_KEPT', 'DONORS_GET_NOTHING', 'CAP_KEPT', 'HEAD_ROOM_KEPT', 'ONE_RATE', 'RESULTS_KEPT'];

  it('does what the rule shows, with its proof', async () => {
    const { planId, repIds } = await planInForce(at, example);
    const result = await propose(planId);
    expect(result).toMatchObject({
      __typename: 'Rebalancing',
      status: 'PROPOSED',
      nextStatuses: ['APPROVED', 'REJECTED'],
      asOf: '2026-06-15',
      capBasisPoints: 1000,
      stretchBasisPoints: 12_000,
      rate: '0.1000',
      reserve: { amount: '0.00' },
      pool: { amount: '1200000.00' },
      reserveUsed: { amount: '0.00' },
      receiversOriginal: { amount: '9000000.00' },
      targetBefore: { amount: '12000000.00' },
      targetAfter: { amount: '11700000.00' },
      unallocatedGap: { amount: '300000.00' },
      fairnessBefore: '0.7699',
      plan: { id: planId },
      team: 'north',
    });
    const { targets, guarantees, hidden, planVersion } = await told(result.id);
    const row = (repId: string | undefined) => targets.nodes.find(({ rep }) => rep.id === repId);
    const money = (amount: string) => ({ amount });
    expect(row(repIds[0])).toMatchObject({
      role: 'RECEIVER',
      original: money('5000000.00'),
      planned: money('5000000.00'),
      increasedBefore: money('0.00'),
      before: money('5000000.00'),
      actual: money('3500000.00'),
      capacity: money('2500000.00'),
      headRoom: money('1500000.00'),
      change: money('500000.00'),
      after: money('5500000.00'),
      increaseLimit: null,
    });
    expect(row(repIds[1])).toMatchObject({ headRoom: money('1000000.00'), after: money('4400000.00') });
    expect(row(repIds[2])).toMatchObject({
      role: 'DONOR',
      headRoom: money('-1200000.00'),
      change: money('-1200000.00'),
      after: money('1800000.00'),
    });
    expect(guarantees).toEqual(holding(promises));
    expect([hidden, planVersion]).toEqual([null, { number: 1 }]);
    // Nothing has changed yet.
    expect((await repTargets(planId)).map(({ rebalanced }) => rebalanced)).toEqual(
      ['5000000.00', '4000000.00', '3000000.00'].map((amount) => ({ amount })),
    );
  });

  it('counts what was signed in the period up to the day in the currency of the plan, on its lines', async () => {
    const { planId, repIds, lineIds } = await planInForce(at, [
      { target: 1000n, capacity: 5000n },
      { target: 1000n, capacity: 0n },
    ]);
    const line = { planLineId: lineIds[0] ?? '', ownerId: repIds[0] ?? '' };
    await book(at.service, line, 100n);
    await book(at.service, line, 10n, { signedOn: '2026-01-01' });
    await book(at.service, line, 1n, { signedOn: '2026-06-15' });
    for (const over of [
      { signedOn: '2025-12-31' },
      { signedOn: '2026-06-16' },
      { amount: { amount: '7.00', currency: 'USD' } },
      { planLineId: uuidv7() },
    ])
      await book(at.service, line, 7000n, over);
    const { targets } = await told(await proposed(planId));
    expect(targets.nodes.find(({ rep }) => rep.id === repIds[0])).toMatchObject({ actual: { amount: '1.11' } });
  });

  it('counts what a rep booked on a line that was withdrawn since', async () => {
    const { planId, repIds, lineIds } = await planInForce(at, [
      { target: 900n, actual: 70n, capacity: 5000n },
      { target: 800n, capacity: 0n },
    ]);
    const [ownerId = '', planLineId = ''] = [repIds[0], lineIds[0]];
    await made(at.admin, 'revisePlan', { planId, reason: '换产品' });
    const second = await made(at.admin, 'addPlanLine', {
      ...{ planId, accountId: await makeAccount(at.admin, { ownerId }), productId: await makeProduct(at.admin) },
      ...{ ownerId, target: fen(600n), floor: fen(0n) },
    });
    await made(at.admin, 'withdrawPlanLine', { planLineId });
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await book(at.service, { planLineId: second, ownerId }, 5n);
    const { targets } = await told(await proposed(planId));
    expect(targets.nodes.find(({ rep }) => rep.id === ownerId)).toMatchObject({
      ...{ planned: { amount: '6.00' }, actual: { amount: '0.75' } },
    });
  });

  it('goes by the largest remainder below the cap, and never over it', async () => {
    await adopt({ stretchBasisPoints: 10_000 });
    const { planId, repIds } = await planInForce(at, [
      { target: 15n, capacity: 90n },
      { target: 16n, capacity: 90n },
      { target: 3n, capacity: 0n },
    ]);
    const result = await propose(planId);
    expect(await changesOf(result.id, repIds)).toEqual([1n, 1n, -3n]);
    expect(result).toMatchObject({ rate: '0.0968', unallocatedGap: { amount: '0.01' } });
    expect((await told(result.id)).guarantees).toEqual(holding(promises));
  });

  it('leaves to the gap what somebody has no head-room for', async () => {
    await adopt({ stretchBasisPoints: 10_000 });
    const { planId, repIds } = await planInForce(at, [
      { target: 1000n, capacity: 1500n },
      { target: 1000n, capacity: 1020n },
      { target: 1000n, capacity: 1800n },
      { target: 1000n, capacity: 900n },
    ]);
    const result = await propose(planId);
    expect(await changesOf(result.id, repIds)).toEqual([34n, 20n, 33n, -100n]);
    expect(result).toMatchObject({ unallocatedGap: { amount: '0.13' }, pool: { amount: '1.00' } });
    expect((await told(result.id)).guarantees).toEqual(holding(promises));
  });

  it('caps what all adjustments of the period add, gross of later cuts', async () => {
    await adopt({ stretchBasisPoints: 10_000 });
    const ownerId = await helper();
    const { planId, repIds } = await planInForce(at, [
      { target: 1000n, capacity: 5000n, managerId: ownerId },
      { target: 1000n, capacity: 5000n, managerId: ownerId },
      { target: 1000n, capacity: 880n, managerId: ownerId },
    ]);
    const [a = '', b = '', c = ''] = repIds;
    const first = await proposed(planId);
    expect(await changesOf(first, repIds)).toEqual([60n, 60n, -120n]);
    expect(await approve(first)).toMatchObject({ status: 'APPROVED', decidedAs: 'MANAGER' });
    await stateLeft(at.admin, a, 1600n);
    await stateLeft(at.admin, b, 1600n);
    await stateLeft(at.admin, c, 680n);
    const second = await propose(planId);
    expect(await changesOf(second.id, repIds)).toEqual([40n, 40n, -200n]);
    expect(second).toMatchObject({ unallocatedGap: { amount: '1.20' }, rate: '0.1000' });
    await approve(second.id);
    // The first falls behind: what is taken off does not make room under the cap.
    await stateLeft(at.admin, a, 500n);
    const third = await propose(planId);
    expect(await changesOf(third.id, repIds)).toEqual([-600n, 0n, 0n]);
    await approve(third.id);
    await stateLeft(at.admin, a, 5000n);
    await stateLeft(at.admin, c, 600n);
    const fourth = await propose(planId);
    expect(await changesOf(fourth.id, repIds)).toEqual([0n, 0n, -80n]);
    expect(fourth).toMatchObject({ unallocatedGap: { amount: '0.80' } });
    expect(
      (await repTargets(planId)).map(({ rep, rebalanced, increased }) => [rep?.id, rebalanced, increased]),
    ).toEqual(
      expect.arrayContaining([
        [a, { amount: '5.00' }, { amount: '1.00' }],
        [b, { amount: '11.00' }, { amount: '1.00' }],
        [c, { amount: '6.80' }, { amount: '0.00' }],
      ]),
    );
  });

  it("consumes the plan's reserve first, once for the whole period", async () => {
    await adopt({ stretchBasisPoints: 10_000, reserveBasisPoints: 500 });
    const managerId = await helper();
    const { planId, repIds } = await planInForce(at, [
      { target: 1000n, capacity: 5000n, managerId },
      { target: 1000n, capacity: 940n, managerId },
    ]);
    const first = await propose(planId);
    expect(first).toMatchObject({ reserve: { amount: '1.00' }, reserveUsed: { amount: '0.60' }, rate: '0.0000' });
    expect(await changesOf(first.id, repIds)).toEqual([0n, -60n]);
    await approve(first.id);
    await stateLeft(at.admin, repIds[1] ?? '', 840n);
    const second = await propose(planId);
    expect(second).toMatchObject({ reserve: { amount: '0.40' }, reserveUsed: { amount: '0.40' } });
    expect(await changesOf(second.id, repIds)).toEqual([60n, -100n]);
  });

  it('counts a capacity once, whatever plans the rep is in', async () => {
    const { planId, repIds } = await planInForce(at, [
      { target: 500_000n, capacity: 900_000n },
      { target: 300_000n, capacity: 400_000n },
    ]);
    expect(await propose(planId)).toMatchObject({ __typename: 'GateNotMet' });
    // Another plan, until the end of June, asks 1,700.00 of the second and has 100.00 of it by now; one in dollars and a draft ask nothing.
    const [, ownerId = ''] = repIds;
    const productId = await makeProduct(at.admin);
    const other = async (over: object, target: { amount: string; currency: string }, isDraft = false) => {
      const period = { startsOn: '2026-01-01', endsOn: '2026-06-30', currency: target.currency };
      const id = await made(at.admin, 'createPlan', { name: '专项计划', ...period, team: 'north', ...over });
      const line = { planId: id, accountId: await makeAccount(at.admin, { ownerId }), productId, ownerId };
      const floor = { amount: '0.00', currency: target.currency };
      const lineId = await made(at.admin, 'addPlanLine', { ...line, target, floor });
      if (isDraft) return lineId;
      await made(at.admin, 'submitPlan', { planId: id });
      await made(at.admin, 'approvePlan', { planId: id });
      return lineId;
    };
    await other({}, { amount: '9000.00', currency: 'USD' });
    await other({}, fen(900_000n), true);
    await book(at.service, { planLineId: await other({}, fen(170_000n)), ownerId }, 10_000n);
    const { targets } = await told(await proposed(planId));
    expect(targets.nodes.find(({ rep }) => rep.id === ownerId)).toMatchObject({
      role: 'DONOR',
      capacity: { amount: '2400.00' },
      headRoom: { amount: '-120.00' },
    });
    expect(targets.nodes.find(({ rep }) => rep.id !== ownerId)).toMatchObject({ capacity: { amount: '9000.00' } });
  });

  it('is refused without guessing: who has no stated capacity is named', async () => {
    const { planId, repIds, lineIds } = await planInForce(at, example);
    const unknown = await makeRep(at.admin, { name: '无产能' });
    await made(at.admin, 'revisePlan', { planId, reason: '交接' });
    await run(at.admin, 'updatePlanLine', { planLineId: lineIds[2], ownerId: unknown });
    await made(at.admin, 'submitPlan', { planId });
    await run(at.admin, 'approvePlan', { planId, reason: '交接' });
    expect(await propose(planId)).toEqual({
      __typename: 'GateNotMet',
      gate: 'REBALANCING',
      missing: [`a stated capacity of 无产能 (${unknown}) from 2026-06-15 to 2026-12-31 in CNY`],
    });
    // Whoever does not lead them is told how many they are.
    const executiveOfOthers = await at.service.as({ roles: ['MANAGER', 'FINANCE'], teams: ['elsewhere'] });
    expect(await propose(planId, executiveOfOthers)).toMatchObject({
      missing: ['a stated capacity of one rep of another team from 2026-06-15 to 2026-12-31 in CNY'],
    });
    await stateLeft(at.admin, unknown, million);
    // Who had nothing in the first version has nothing to go by; who has no line any more is not in it.
    const { targets } = await told(await proposed(planId));
    expect(targets.nodes.map(({ rep }) => rep.id).sort()).toEqual([repIds[0], repIds[1], unknown].sort());
  });

  it('is refused where there is no plan in force, none to help, or one is open already', async () => {
    const draft = await makePlan(at.admin);
    expect(await propose(draft.planId)).toMatchObject({
      missing: ['a plan IN_FORCE; this one is in DRAFT'],
    });
    const { planId } = await planInForce(at, [{ target: 100n, capacity: 1000n }]);
    expect(await propose(planId)).toMatchObject({
      gate: 'REBALANCING',
      missing: ['a rep who lacks capacity for the target; nobody does'],
    });
    at.today = '2027-01-01';
    expect(await propose(planId)).toMatchObject({
      missing: ['a period that is not over; this one ended on 2026-12-31'],
    });
    at.today = '2026-06-15';
    const second = await planInForce(at, example);
    const open = await proposed(second.planId);
    expect(await propose(second.planId)).toMatchObject({ __typename: 'RebalancingOpen', rebalancing: { id: open } });
    expect(await run(at.manager, 'rejectRebalancing', { rebalancingId: open, reason: '先谈客户' })).toMatchObject({
      status: 'REJECTED',
      decidedAs: 'MANAGER',
      decisionReason: '先谈客户',
      nextStatuses: [],
    });
    expect(await propose(second.planId)).toMatchObject({ status: 'PROPOSED' });
  });

  it('is proposed once, when two propose it at the same moment', async () => {
    const { planId } = await planInForce(at, example);
    const both = await whileLocked(
      at.service.superuserUrl,
      'select from plan where id = $1 for update',
      [planId],
      async (waiting) => {
        const one = propose(planId);
        await waiting(1);
        const two = propose(planId, at.manager);
        await waiting(2);
        return [one, two];
      },
    );
    const results = await Promise.all(both);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Rebalancing', 'RebalancingOpen']);
  });

  describe('approval', () => {
    it('lays the targets over the plan, tells of it and opens help for each cut', async () => {
      const managerId = await helper();
      const { planId, repIds } = await planInForce(
        at,
        example.map((rep) => ({ ...rep, managerId })),
      );
      const id = await proposed(planId);
      const [a, b, c = ''] = repIds;
      expect(await approve(id, { reason: '同意' })).toMatchObject({ status: 'APPROVED', decisionReason: '同意' });
      expect(await repTargets(planId)).toEqual([
        expect.objectContaining({
          rep: { id: a },
          planned: { amount: '5000000.00' },
          rebalanced: { amount: '5500000.00' },
        }),
        expect.objectContaining({
          rep: { id: b },
          planned: { amount: '4000000.00' },
          rebalanced: { amount: '4400000.00' },
        }),
        expect.objectContaining({
          rep: { id: c },
          original: { amount: '3000000.00' },
          rebalanced: { amount: '1800000.00' },
        }),
      ]);
      const { plan } = await at.admin.query<{ plan: Result }>(
        `query ($id: UUID!) { plan(id: $id) { totalTarget { amount } currentVersion { number } lines { nodes { target { amount } } }
          coverage { target { amount } booked { amount } } coverageByOwner { owner { id } coverage { target { amount } } }
          rebalancings { nodes { id reason decisionReason status } } } }`,
        { id: planId },
      );
      expect(plan).toMatchObject({
        totalTarget: { amount: '12000000.00' },
        currentVersion: { number: 1 },
        lines: { nodes: expect.arrayContaining([{ target: { amount: '3000000.00' } }]) as unknown },
        coverage: { target: { amount: '11700000.00' }, booked: { amount: '5860000.00' } },
        coverageByOwner: expect.arrayContaining([
          { owner: { id: a }, coverage: { target: { amount: '5500000.00' } } },
          { owner: { id: c }, coverage: { target: { amount: '1800000.00' } } },
        ]) as unknown,
        rebalancings: { nodes: [{ id, reason: '上半年预算推迟', decisionReason: '同意', status: 'APPROVED' }] },
      });
      const [event] = (await at.service.published('fivepoint.planning.targets-rebalanced.v1')).filter(
        ({ data }) => data.planId === planId,
      );
      expect(event?.data).toMatchObject({
        rebalancingId: id,
        reason: '上半年预算推迟',
        approvalReason: '同意',
        repCount: 3,
        capBasisPoints: 1000,
      });
      // With what a donor has booked, the target that is left is the capacity: it is nobody's outside.
      expect(JSON.stringify(event?.data)).not.toMatch(/amount|fairness/);
      for (const repId of repIds) expect(JSON.stringify(event?.data)).not.toContain(repId);
      const { supportActions } = await told(id);
      expect(supportActions).toEqual({
        nodes: [{ id: expect.any(String) as string, rep: { id: c }, kind: 'COACHING' }],
      });
    });

    it('is for who approves the plan: an executive for the company, a manager for own teams', async () => {
      const { planId } = await planInForce(at, example, { team: null });
      const id = await proposed(planId);
      expect(await approve(id)).toMatchObject({ __typename: 'NotFound' });
      const finance = await at.service.as({ roles: ['FINANCE', 'MANAGER'], teams: ['north'] });
      for (const mutation of ['approveRebalancing', 'rejectRebalancing'] as const)
        expect(await run(finance, mutation, { rebalancingId: id, reason: '不行' })).toMatchObject({
          __typename: 'ApprovalRefused',
          approvers: ['EXECUTIVE', 'ADMIN'],
        });
      const executive = await at.service.as({ roles: ['EXECUTIVE'], repId: await helper() });
      expect(await approve(id, {}, executive)).toMatchObject({ status: 'APPROVED', decidedAs: 'EXECUTIVE' });
    });

    it('is refused where something else was approved since, with all that has changed', async () => {
      const { planId, repIds, lineIds } = await planInForce(at, example);
      const id = await proposed(planId);
      await made(at.admin, 'revisePlan', { planId, reason: '追加预算' });
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await book(at.service, { planLineId: lineIds[2] ?? '', ownerId: repIds[2] ?? '' }, (145n * million) / 100n);
      await adopt({ increaseCapBasisPoints: 900, stretchBasisPoints: 11_000 });
      const ownerId = await helper();
      const refused = await approve(id, { supports: [{ repId: repIds[2], ownerId }] });
      expect(refused).toEqual({
        __typename: 'GateNotMet',
        gate: 'REBALANCING_APPROVAL',
        missing: [
          'the version of the plan that it was worked out from; another one was approved since',
          'the cap that it was worked out with, 1000 basis points; it is 900 now',
          'the stretch that it was worked out with, 12000 basis points; it is 11000 now',
          `a new target of 李娜 (${repIds[2]}) that is not reached yet: 1810000.00 is booked by now, of 1800000.00`,
        ],
      });
      expect(await told(id)).toMatchObject({ status: 'PROPOSED', supportActions: { nodes: [] } });
    });

    it('tells a manager what of the bookings is too much, but not what would be left to a rep of another team', async () => {
      const managerId = await helper();
      const reps = example.map((rep, index) => ({ ...rep, managerId, team: index === 2 ? 'south' : 'north' }));
      const { planId, repIds, lineIds } = await planInForce(at, reps);
      const id = await proposed(planId);
      await book(at.service, { planLineId: lineIds[2] ?? '', ownerId: repIds[2] ?? '' }, 2n * million);
      expect(await approve(id)).toMatchObject({
        missing: ['a new target of one rep of another team that is not reached yet'],
      });
    });

    it('does not tell who of another team is cut, nor lets it be found out', async () => {
      const { planId, repIds } = await planInForce(at, [
        { target: 500_000n, capacity: 550_000n },
        { target: 300_000n, capacity: 100_000n, team: 'south' },
        { target: 300_000n, capacity: 900_000n, team: 'south' },
      ]);
      const id = await proposed(planId);
      const refused = {
        path: 'supports.0.repId',
        message: 'must be a rep of a team that you lead, whose target is cut',
      };
      for (const repId of repIds)
        expect(await approve(id, { supports: [{ repId }] })).toMatchObject({ problems: [refused] });
      expect(await approve(id)).toMatchObject({
        missing: ['somebody who helps one rep of another team: name an owner in supports'],
      });
      expect(await approve(id, {}, at.admin)).toMatchObject({
        missing: [`somebody who helps 李娜 (${repIds[1]}): name an owner in supports`],
      });
    });

    it('goes by what everybody can deliver on the day', async () => {
      const managerId = await helper();
      const { planId, repIds } = await planInForce(at, [
        { target: 500_000n, capacity: 550_000n, managerId },
        { target: 300_000n, capacity: 100_000n, managerId },
      ]);
      const [a = '', b = ''] = repIds;
      const id = await proposed(planId);
      // An increase of 500.00 fits into a head-room of exactly as much, and into no less.
      await stateLeft(at.admin, a, 458_332n);
      expect(await approve(id)).toMatchObject({
        gate: 'REBALANCING_APPROVAL',
        missing: [`head-room of 李娜 (${a}) for the increase: 499.98 is left by now, of 500.00`],
      });
      await stateLeft(at.admin, a, 458_334n);
      await stateLeft(at.admin, b, 250_000n);
      expect(await approve(id)).toMatchObject({
        missing: [`a cut of nobody who can reach the target by now; that is 李娜 (${b})`],
      });
      await stateLeft(at.admin, b, 249_999n);
      expect(await approve(id)).toMatchObject({ status: 'APPROVED' });
    });

    it('is refused where the reserve that it uses is not left', async () => {
      await adopt({ reserveBasisPoints: 1000 });
      const managerId = await helper();
      const { planId } = await planInForce(at, [
        { target: 500_000n, capacity: 550_000n, managerId },
        { target: 300_000n, capacity: 200_000n, managerId },
      ]);
      const id = await proposed(planId);
      await adopt({ reserveBasisPoints: 749 });
      expect(await approve(id)).toMatchObject({ missing: ['the risk reserve that it uses; less is left by now'] });
      await adopt({ reserveBasisPoints: 750 });
      expect(await approve(id)).toMatchObject({ status: 'APPROVED' });
    });

    it('is for as many days as the rule says', async () => {
      await adopt({ proposalDays: 3 });
      const managerId = await helper();
      const { planId } = await planInForce(at, [
        { target: 500_000n, capacity: 950_000n, managerId },
        { target: 300_000n, capacity: 100_000n, managerId },
      ]);
      const id = await proposed(planId);
      at.today = '2026-06-19';
      expect(await approve(id)).toMatchObject({
        missing: ['a proposal that has not lapsed; this one is of 2026-06-15 and could be approved until 2026-06-18'],
      });
      at.today = '2026-06-18';
      expect(await approve(id)).toMatchObject({ status: 'APPROVED' });
      at.today = '2026-06-15';
    });

    it('goes by the cap of the day, not by one that is set for tomorrow', async () => {
      const admin = await at.service.as({ tenantId: uuidv7() });
      const managerId = await makeRep(admin, { name: '周主任' });
      const reps = [
        { target: 500_000n, capacity: 950_000n, managerId },
        { target: 300_000n, capacity: 100_000n, managerId },
      ];
      const [one, other] = [
        await planInForce({ admin, service: at.service }, reps),
        await planInForce({ admin, service: at.service }, reps),
      ];
      const proposedBy = ({ planId }: { planId: string }) => propose(planId, admin);
      const [first, second] = [await proposedBy(one), await proposedBy(other)];
      await made(admin, 'adoptRebalancingRule', {
        effectiveOn: '2026-06-16',
        increaseCapBasisPoints: 500,
        reason: '防止鞭打快牛',
      });
      expect(await approve(first.id, {}, admin)).toMatchObject({ status: 'APPROVED', capBasisPoints: 1000 });
      at.today = '2026-06-16';
      expect(await approve(second.id, {}, admin)).toMatchObject({
        gate: 'REBALANCING_APPROVAL',
        missing: ['the cap that it was worked out with, 1000 basis points; it is 500 now'],
      });
      await made(admin, 'rejectRebalancing', { rebalancingId: second.id, reason: '上限已变' });
      expect(await proposedBy(other)).toMatchObject({ capBasisPoints: 500, rate: '0.0500' });
      at.today = '2026-06-15';
    });

    it('goes through once, whoever comes first', async () => {
      const managerId = await helper();
      const { planId } = await planInForce(
        at,
        example.map((rep) => ({ ...rep, managerId })),
      );
      const id = await proposed(planId);
      const both = await whileLocked(
        at.service.superuserUrl,
        'select from plan where id = $1 for update',
        [planId],
        async (waiting) => {
          const one = approve(id, {}, at.admin);
          await waiting(1);
          const two = approve(id);
          await waiting(2);
          return [one, two];
        },
      );
      const results = await Promise.all(both);
      expect(results.map(({ __typename }) => __typename).sort()).toEqual(['Rebalancing', 'TransitionRefused']);
      expect((await told(id))['supportActions']).toMatchObject({ nodes: [expect.anything()] });
      const events = await at.service.published('fivepoint.planning.targets-rebalanced.v1');
      expect(events.filter(({ data }) => data.planId === planId)).toHaveLength(1);
    });

    it('and a revision that is approved at the same moment do not both go by what was', async () => {
      const managerId = await helper();
      const { planId } = await planInForce(
        at,
        example.map((rep) => ({ ...rep, managerId })),
      );
      const id = await proposed(planId);
      await made(at.admin, 'revisePlan', { planId, reason: '追加预算' });
      await made(at.admin, 'submitPlan', { planId });
      const both = await whileLocked(
        at.service.superuserUrl,
        'select from plan where id = $1 for update',
        [planId],
        async (waiting) => {
          const revision = run(at.admin, 'approvePlan', { planId });
          await waiting(1);
          const rebalancing = approve(id);
          await waiting(2);
          return [revision, rebalancing];
        },
      );
      expect(await Promise.all(both)).toMatchObject([
        { __typename: 'Plan' },
        { missing: ['the version of the plan that it was worked out from; another one was approved since'] },
      ]);
    });
  });

  describe('a revision', () => {
    it('is held to what rebalancings have left of the cap', async () => {
      const managerId = await helper();
      const { planId, lineIds } = await planInForce(
        at,
        example.map((rep) => ({ ...rep, managerId })),
      );
      await approve(await proposed(planId));
      const raise = async (planLineId: string | undefined, to: bigint) => {
        await made(at.admin, 'revisePlan', { planId, reason: '追加预算' });
        await made(at.admin, 'updatePlanLine', { planLineId, target: fen(to) });
        await made(at.admin, 'submitPlan', { planId });
        return run(at.manager, 'approvePlan', { planId });
      };
      // The first got all of its tenth from the rebalancing; what a revision says of it again is no increase.
      expect(await raise(lineIds[0], (55n * million) / 10n + 1n)).toMatchObject({
        __typename: 'IncreaseBeyondCap',
        increases: [
          {
            original: { amount: '5000000.00' },
            before: { amount: '5500000.00' },
            after: { amount: '5500000.01' },
            most: { amount: '5500000.00' },
          },
        ],
      });
      await made(at.admin, 'returnPlan', { planId, reason: '超出上限' });
      await made(at.admin, 'discardRevision', { planId, reason: '超出上限' });
      // Who gave may be raised: nothing was added to the third.
      expect(await raise(lineIds[2], 3n * million + 1n)).toMatchObject({ __typename: 'Plan' });
      expect((await repTargets(planId)).map(({ rebalanced }) => rebalanced)).toEqual(
        ['5500000.00', '4400000.00', '1800000.01'].map((amount) => ({ amount })),
      );
    });

    it('takes the place of what a rebalancing changed, as far as it goes, and counts nothing twice', async () => {
      const managerId = await helper();
      const { planId, lineIds, repIds } = await planInForce(at, [
        { target: 500_000n, capacity: 550_000n, managerId },
        { target: 300_000n, capacity: 100_000n, managerId },
      ]);
      await approve(await proposed(planId));
      const [a, b] = repIds;
      const standing = async () =>
        (await repTargets(planId)).map(({ rep, planned, rebalanced, increased }) => [
          rep?.id,
          ...[planned, rebalanced, increased].map((of) => fenOf(of as { amount: string })),
        ]);
      const revise = async (one: bigint, other: bigint, graph: Pick<typeof at.admin, 'query'> = at.admin) => {
        await made(at.admin, 'revisePlan', { planId, reason: '交接' });
        await made(at.admin, 'updatePlanLine', { planLineId: lineIds[0], target: fen(one) });
        await made(at.admin, 'updatePlanLine', { planLineId: lineIds[1], target: fen(other) });
        await made(at.admin, 'submitPlan', { planId });
        expect(await run(graph, 'approvePlan', { planId, reason: '交接' })).toMatchObject({ __typename: 'Plan' });
        return standing();
      };
      expect(await standing()).toEqual([
        [a, 500_000n, 550_000n, 50_000n],
        [b, 300_000n, 120_000n, 0n],
      ]);
      // In part, by a manager, for nobody is raised: the lines say more of what counts already.
      expect(await revise(530_000n, 250_000n, at.manager)).toEqual([
        [a, 530_000n, 550_000n, 20_000n],
        [b, 250_000n, 120_000n, 0n],
      ]);
      // Altogether, and beyond.
      expect(await revise(680_000n, 110_000n)).toEqual([
        [a, 680_000n, 680_000n, 0n],
        [b, 110_000n, 110_000n, 0n],
      ]);
      // What is used up does not come back.
      expect(await revise(500_000n, 300_000n)).toEqual([
        [a, 500_000n, 500_000n, 0n],
        [b, 300_000n, 300_000n, 0n],
      ]);
      const next = await told(await proposed(planId));
      expect(next.guarantees).toEqual(holding(promises));
    });

    it('that raises somebody leaves less for rebalancings', async () => {
      await adopt({ stretchBasisPoints: 10_000 });
      const { planId, repIds, lineIds } = await planInForce(at, [
        { target: 1000n, capacity: 5000n },
        { target: 1000n, capacity: 0n },
      ]);
      await made(at.admin, 'revisePlan', { planId, reason: '追加预算' });
      await made(at.admin, 'updatePlanLine', { planLineId: lineIds[0], target: fen(1070n) });
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      const result = await propose(planId);
      expect(await changesOf(result.id, repIds)).toEqual([30n, -1000n]);
      expect((await told(result.id)).guarantees).toEqual(holding(promises));
    });
  });

  it('shows the own row to a rep, those of the team to its manager, and one row for the rest', async () => {
    const managerId = await helper();
    const reps = example.map((rep, index) => ({ ...rep, managerId, team: index === 2 ? 'south' : 'north' }));
    const { planId, repIds } = await planInForce(at, reps);
    const id = await proposed(planId);
    await approve(id);
    const [a = '', b = '', c = ''] = repIds;
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { targets, hidden, guarantees } = await told(id, graph);
      expect(guarantees).toEqual(holding(promises));
      return [targets.nodes.map(({ rep }) => rep.id).sort(), hidden];
    };
    const hiddenRow = (repCount: number, original: string) => ({
      repCount,
      original: { amount: original },
      before: null,
      after: null,
    });
    expect(await seen(at.admin)).toEqual([[a, b, c].sort(), null]);
    expect(await seen(at.manager)).toEqual([[a, b].sort(), hiddenRow(1, '3000000.00')]);
    const rep = await at.repAs(a, ['north']);
    expect(await seen(rep)).toEqual([[a], hiddenRow(2, '7000000.00')]);
    const finance = await at.service.as({ roles: ['FINANCE'], teams: ['north'] });
    expect(await seen(finance)).toEqual([[], hiddenRow(3, '12000000.00')]);
    // The plan's own rows agree, and so do the sums of what was planned.
    for (const graph of [at.admin, at.manager, rep, finance]) {
      const targets = await repTargets(planId, graph);
      const sum = (of: string) => targets.reduce((total, row) => total + fenOf(row[of] as { amount: string }), 0n);
      expect([sum('original'), sum('planned')]).toEqual([12n * million, 12n * million]);
      for (const row of targets) expect(row['rebalanced'] === null).toBe(row.rep === null);
      expect(targets.reduce((count, row) => count + Number(row['repCount']), 0)).toBe(3);
    }
    expect((await repTargets(planId, rep)).map((row) => [row.rep?.id ?? null, row['repCount']])).toEqual([
      [a, 1],
      [null, 2],
    ]);
    // Who is in another team than the plan still finds the own row.
    const own = await (
      await at.repAs(c, ['south'])
    ).query<Result>(
      'query ($plan: UUID!) { rebalancedTargets(filter: { planId: $plan }) { nodes { rep { id } after { amount } rebalancing { status } } } }',
      { plan: planId },
    );
    expect(own).toEqual({
      rebalancedTargets: { nodes: [{ rep: { id: c }, after: { amount: '1800000.00' }, rebalancing: null }] },
    });
    // A colleague of the team does not read somebody's adjusted target off the coverage.
    const { plan } = await rep.query<{ plan: Result }>(
      'query ($id: UUID!) { plan(id: $id) { coverageByOwner { owner { id } coverage { target { amount } } } } }',
      { id: planId },
    );
    expect(plan['coverageByOwner']).toEqual(
      expect.arrayContaining([
        { owner: { id: a }, coverage: { target: { amount: '5500000.00' } } },
        { owner: { id: b }, coverage: { target: { amount: '4000000.00' } } },
      ]),
    );
  });

  describe('the sums of it', () => {
    const sums = [
      'reserve',
      'pool',
      'reserveUsed',
      'receiversOriginal',
      'targetBefore',
      'targetAfter',
      'unallocatedGap',
    ];
    const rates = ['rate', 'fairnessBefore', 'fairnessAfter'];
    const sumsOf = async (id: string, graph: Pick<typeof at.admin, 'query'>) => {
      const { rebalancing } = await graph.query<{ rebalancing: Result & { hidden: Result | null; plan: Result } }>(
        `query ($id: UUID!) { rebalancing(id: $id) { ${sums.map((of) => `${of} { amount }`).join(' ')} ${rates.join(' ')}
          hidden { before { amount } after { amount } } plan { repTargets { rep { id } rebalanced { amount } increased { amount } } } } }`,
        { id },
      );
      const { hidden, plan, ...told } = rebalancing;
      const last = (plan['repTargets'] as Result[]).find(({ rep }) => rep === null);
      return { told, hidden, last };
    };
    const finance = () => at.service.as({ roles: ['FINANCE'], teams: ['north'] });

    it('do not tell what a single rep can deliver to who may not read it', async () => {
      const managerId = await helper();
      const { planId } = await planInForce(at, [
        { target: 700_000n, actual: 123n, capacity: 900_000n, managerId },
        { target: 300_000n, actual: 36_000n, capacity: 123_457n, managerId, team: 'south' },
      ]);
      const id = await proposed(planId);
      const untold = Object.fromEntries([...sums, ...rates].map((of) => [of, null]));
      for (const graph of [await finance(), at.manager]) {
        expect(await sumsOf(id, graph)).toMatchObject({ told: untold, hidden: { before: null, after: null } });
      }
      await approve(id, {}, at.admin);
      for (const graph of [await finance(), at.manager])
        expect(await sumsOf(id, graph)).toMatchObject({ told: untold, last: { rebalanced: null, increased: null } });
      // Who leads everybody, and the donor's own manager, read all of it.
      const lead = await at.service.as({ roles: ['MANAGER'], teams: ['north', 'south'] });
      for (const graph of [at.admin, lead, await at.service.as({ roles: ['EXECUTIVE'] })])
        expect((await sumsOf(id, graph)).told).toMatchObject({ pool: { amount: '1158.52' }, rate: '0.1000' });
    });

    it('are told of as many together as the rule says, unless an earlier rebalancing had fewer', async () => {
      const managerId = await helper();
      const donor = { target: 1000n, capacity: 500n, managerId, team: 'south' };
      const { planId, repIds } = await planInForce(at, [
        { target: 5000n, capacity: 90_000n, managerId },
        donor,
        donor,
        { ...donor, capacity: 9000n },
      ]);
      const first = await proposed(planId);
      expect((await sumsOf(first, await finance())).told).toMatchObject({ pool: null });
      await adopt({ leastHiddenCount: 2 });
      expect((await sumsOf(first, await finance())).told).toMatchObject({ pool: { amount: '8.00' } });
      await approve(first, {}, at.admin);
      for (const [index, left] of [9000n, 9000n, 100n].entries())
        await stateLeft(at.admin, repIds[index + 1] ?? '', left);
      const second = await proposed(planId);
      expect((await sumsOf(second, await finance())).told).toMatchObject({ pool: null, targetBefore: null });
      expect((await sumsOf(first, await finance())).told).toMatchObject({ pool: { amount: '8.00' } });
      await approve(second, {}, at.admin);
      expect(await sumsOf(first, await finance())).toMatchObject({
        told: { pool: null, targetAfter: null },
        last: { rebalanced: null },
      });
    });
  });

  it('keeps its promises in what is stored, whatever the reps bring', async () => {
    const minor = (max: bigint) => fc.bigInt({ min: 0n, max });
    const rep = fc.record({
      target: fc.bigInt({ min: 1n, max: 900_000n }),
      actual: minor(900_000n),
      capacity: minor(900_000n),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(rep, { minLength: 1, maxLength: 6 }), async (reps) => {
        const { planId, repIds } = await planInForce(at, reps);
        const result = await propose(planId);
        if (result.__typename === 'GateNotMet') {
          expect(reps.every(({ target, actual, capacity }) => (12n * capacity + 5n) / 10n >= target - actual)).toBe(
            true,
          );
          return;
        }
        const { targets, guarantees } = await told(result.id);
        expect(guarantees).toEqual(holding(promises));
        // Once more by hand: the sum, the cap, the donors.
        const of = (row: Row, name: string) => fenOf(row[name] as { amount: string });
        const total = (name: string) => targets.nodes.reduce((sum, row) => sum + of(row, name), 0n);
        const gap = fenOf(result['unallocatedGap'] as { amount: string });
        expect(total('after') + gap).toBe(reps.reduce((sum, { target }) => sum + target, 0n));
        for (const row of targets.nodes) {
          const brought = reps[repIds.indexOf(row.rep.id)];
          expect([of(row, 'actual'), of(row, 'original')]).toEqual([brought?.actual, brought?.target]);
          if (row.role === 'DONOR') expect(of(row, 'change')).toBeLessThan(0n);
          else expect(of(row, 'change') * 10n).toBeLessThanOrEqual(of(row, 'original'));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is not confused by a plan that nobody has adjusted', async () => {
    const { planId } = await approvedPlan(at.admin);
    expect(await repTargets(planId)).toMatchObject([
      { original: { amount: '1500000.00' }, planned: { amount: '1500000.00' }, rebalanced: { amount: '1500000.00' } },
    ]);
    const draft = await makePlan(at.admin);
    expect(await repTargets(draft.planId)).toMatchObject([{ original: null, planned: { amount: '1500000.00' } }]);
  });
});
