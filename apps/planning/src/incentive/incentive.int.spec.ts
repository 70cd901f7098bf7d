import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makePlan, makeProduct, makeRep, type PlanMade, run } from '../spec/house';
import { neighboursOf } from '../spec/pipeline';
import { registerTenantOf } from '../spec/registered';

type Graph = Pick<GraphClient, 'query'>;

const fields = `rep { id } asOf originalTarget { amount } booked { amount } collected { amount } attainment attained { amount } belowFloor
  payout { amount } tiers { fromBasisPoints payoutBasisPoints attained { amount } payout { amount } }
  attainmentRule { id bookingsBasisPoints } incentiveRule { id capBasisPoints }
  lines(first: 100) { totalCount nodes { planLine { id } originalTarget { amount } booked { amount } collected { amount } } }`;

describe('what reps are paid for a plan (P36)', () => {
  const at = house({ background: [] });
  const { signed } = neighboursOf(at);
  beforeAll(() => registerTenantOf(at.service));

  const payouts = async (planId: string, args: object = {}, graph: Graph = at.admin) => {
    const { plan } = await graph.query<{
      plan: { payouts: { total: Result; rows: { nodes: Result[] } } | null } | null;
    }>(
      `query ($id: UUID!, $asOf: LocalDate, $rule: UUID) { plan(id: $id) { payouts(asOf: $asOf, incentiveRuleId: $rule) {
        asOf total { amount } rows(first: 100) { totalCount nodes { ${fields} } } } } }`,
      { id: planId, ...args },
    );
    const told = plan?.payouts ?? null;
    const rows = told?.rows.nodes ?? [];
    const cents = rows.map(({ payout }) => Number((payout as { amount: string } | null)?.amount.replace('.', '') ?? 0));
    expect(rows.length > 0).toBe(told !== null);
    if (told) expect(told.total).toEqual({ amount: (cents.reduce((sum, one) => sum + one, 0) / 100).toFixed(2) });
    return rows;
  };
  const paidTo = async (repId: string, planId: string, graph: Graph = at.admin) => {
    const { rep } = await graph.query<{ rep: { payout: Result | null } | null }>(
      `query ($id: UUID!, $planId: UUID!) { rep(id: $id) { payout(planId: $planId) { ${fields} } } }`,
      { id: repId, planId },
    );
    return rep?.payout ?? null;
  };
  const repsOf = (rows: Result[]) => rows.map((row) => (row['rep'] as Result).id);

  /** What a rep signed for a line, and what came in of it. */
  async function sold(
    { accountId, planLineId }: Pick<PlanMade, 'accountId' | 'planLineId'>,
    ownerId: string,
    amount: string,
    paid?: string,
    receivedOn = '2026-06-10',
  ) {
    const contractId = uuidv7();
    await signed(
      { accountId, planLineId, ownerId, team: 'north', dealId: uuidv7() },
      { contractId, amount: cny(amount), signedOn: '2026-06-01' },
    );
    if (paid === undefined) return;
    await at.service.receive(
      'fivepoint.receivables.payment-received.v1',
      {
        ...{ receiptId: uuidv7(), accountId, contractId, instalmentId: uuidv7() },
        ...{ amount: cny(paid), receivedOn, instalmentOutstanding: cny('0.00'), contractOutstanding: cny('0.00') },
      },
      { subject: contractId },
    );
  }

  it('is worked out from bookings and cash, line by line, with the rules beside it', async () => {
    const plan = await makePlan(at.admin);
    const second = await made(at.admin, 'addPlanLine', {
      ...{ planId: plan.planId, accountId: plan.accountId, ownerId: plan.ownerId },
      ...{ productId: await makeProduct(at.admin), target: cny('500000.00'), floor: cny('1.00') },
    });
    await made(at.admin, 'submitPlan', { planId: plan.planId });
    await made(at.admin, 'approvePlan', { planId: plan.planId });
    await sold(plan, plan.ownerId, '2000000.00', '1500000.00');
    await sold({ ...plan, planLineId: second }, plan.ownerId, '400000.10');
    const [found, ...others] = await payouts(plan.planId);
    expect(others).toEqual([]);
    // .7 × 2,400,000.10 + .3 × 1,500,000 = 2,130,000.07 of 2,000,000: 2,000,000 at 1 %, 130,000.07 at 1.5 %.
    expect(found).toEqual({
      ...{ rep: { id: plan.ownerId }, asOf: '2026-06-15', originalTarget: { amount: '2000000.00' } },
      ...{ booked: { amount: '2400000.10' }, collected: { amount: '1500000.00' } },
      ...{ attainment: '1.0650', attained: { amount: '2130000.07' }, belowFloor: false },
      payout: { amount: '21950.00' },
      tiers: [
        {
          fromBasisPoints: 0,
          payoutBasisPoints: 100,
          attained: { amount: '2000000.00' },
          payout: { amount: '20000.00' },
        },
        {
          fromBasisPoints: 10_000,
          payoutBasisPoints: 150,
          attained: { amount: '130000.07' },
          payout: { amount: '1950.00' },
        },
      ],
      attainmentRule: { id: expect.any(String) as string, bookingsBasisPoints: 7_000 },
      incentiveRule: { id: expect.any(String) as string, capBasisPoints: 20_000 },
      lines: {
        totalCount: 2,
        nodes: [
          {
            ...{ planLine: { id: plan.planLineId }, originalTarget: { amount: '1500000.00' } },
            ...{ booked: { amount: '2000000.00' }, collected: { amount: '1500000.00' } },
          },
          {
            ...{ planLine: { id: second }, originalTarget: { amount: '500000.00' } },
            ...{ booked: { amount: '400000.10' }, collected: { amount: '0.00' } },
          },
        ],
      },
    });
    expect(await paidTo(plan.ownerId, plan.planId)).toEqual(found);
    const early = await payouts(plan.planId, { asOf: '2026-06-09' });
    expect(early).toMatchObject([
      { booked: { amount: '2400000.10' }, collected: { amount: '0.00' }, attainment: '0.8400' },
    ]);
  });

  it('is by the original target and for who signed, whatever a revision says and whosever the line is by then; of who comes later by the first one', async () => {
    const plan = await approvedPlan(at.admin);
    const { planId, planLineId, ownerId } = plan;
    await sold(plan, ownerId, '900000.00', '900000.00');
    const heir = await makeRep(at.admin);
    await made(at.admin, 'revisePlan', { planId, reason: '调整' });
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('900000.00'), floor: cny('1.00'), ownerId: heir });
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId, reason: '调整' });
    await sold(plan, heir, '800000.00', '500000.00');
    const rows = await payouts(planId);
    expect(rows).toMatchObject([
      {
        ...{ rep: { id: ownerId }, originalTarget: { amount: '1500000.00' }, booked: { amount: '900000.00' } },
        ...{ attainment: '0.6000', payout: { amount: '9000.00' } },
      },
      {
        ...{ rep: { id: heir }, originalTarget: { amount: '900000.00' }, booked: { amount: '800000.00' } },
        // .7 × 800,000 + .3 × 500,000 of 900,000, at 1 %.
        ...{ collected: { amount: '500000.00' }, attainment: '0.7889', payout: { amount: '7100.00' } },
      },
    ]);
    // A later word on it counts for neither.
    await made(at.admin, 'revisePlan', { planId, reason: '再调整' });
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('700000.00'), floor: cny('1.00') });
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId, reason: '再调整' });
    expect(await payouts(planId)).toEqual(rows);
    // Before the heir had the line nobody had said what for the heir would be paid.
    const early = await payouts(planId, { asOf: '2026-06-14' });
    expect(early).toMatchObject([
      { rep: { id: ownerId }, originalTarget: { amount: '1500000.00' } },
      { rep: { id: heir }, originalTarget: { amount: '0.00' }, payout: null },
    ]);
  });

  it('is nothing below the floor', async () => {
    const plan = await approvedPlan(at.admin);
    await sold(plan, plan.ownerId, '1071300.00');
    // .7 × 1,071,300 of 1,500,000 = .49994
    expect(await payouts(plan.planId)).toMatchObject([
      { attainment: '0.4999', belowFloor: true, attained: { amount: '749910.00' }, payout: { amount: '0.00' } },
    ]);
  });

  it("is nobody's before the plan has been in force", async () => {
    const plan = await makePlan(at.admin);
    await sold(plan, plan.ownerId, '1.00');
    expect(await payouts(plan.planId)).toEqual([]);
    expect(await paidTo(plan.ownerId, plan.planId)).toBeNull();
    expect(await paidTo(plan.ownerId, uuidv7())).toBeNull();
  });

  it('is shown as it would be by another rule, such as one from a later day on', async () => {
    const plan = await approvedPlan(at.admin);
    await sold(plan, plan.ownerId, '1500000.00', '1500000.00');
    const incentive = {
      ...{ floorBasisPoints: 0, effectiveOn: '2026-07-01', reason: '多劳多得' },
      tiers: [
        { fromBasisPoints: 0, payoutBasisPoints: 0 },
        { fromBasisPoints: 6_000, payoutBasisPoints: 400 },
      ],
    };
    const proposed = await run(at.admin, 'adoptIncentiveRule', incentive);
    expect(proposed).toEqual({
      ...{ __typename: 'IncentiveRule', id: expect.any(String) as string, capBasisPoints: null },
      ...incentive,
    });
    const paid = async (args: object = {}) =>
      (await payouts(plan.planId, args)).map(({ payout, incentiveRule }) => [payout, (incentiveRule as Result).id]);
    expect(await paid()).toEqual([[{ amount: '15000.00' }, expect.not.stringContaining(proposed.id ?? '') as string]]);
    expect(await paid({ rule: proposed.id })).toEqual([[{ amount: '24000.00' }, proposed.id]]);
    await expect(paid({ rule: uuidv7() })).rejects.toThrow(/incentiveRuleId/);
    at.today = '2026-07-01';
    expect(await paid()).toEqual([[{ amount: '24000.00' }, proposed.id]]);
    at.today = '2026-06-15';
  });

  it('goes on by the rule of the last day after the period is over', async () => {
    const plan = await approvedPlan(at.admin, { startsOn: '2026-06-01', endsOn: '2026-06-20' });
    await sold(plan, plan.ownerId, '1500000.00', '1500000.00');
    await made(at.admin, 'adoptIncentiveRule', {
      ...{ effectiveOn: '2026-06-21', tiers: [{ fromBasisPoints: 0, payoutBasisPoints: 9_999 }] },
    });
    at.today = '2026-06-25';
    expect(await payouts(plan.planId)).toMatchObject([{ payout: { amount: '15000.00' } }]);
    at.today = '2026-06-15';
  });

  it('stays what it was after the plan is closed, for no rule is adopted for a day that has gone by', async () => {
    const plan = await approvedPlan(at.admin, { startsOn: '2026-06-01', endsOn: '2026-06-20' });
    await sold(plan, plan.ownerId, '1600000.00', '1500000.00');
    at.today = '2026-06-25';
    await made(at.admin, 'closePlan', { planId: plan.planId });
    const before = await payouts(plan.planId);
    const refused = {
      __typename: 'InvalidInput',
      problems: [{ path: 'effectiveOn', message: 'must not be before today, 2026-06-25' }],
    };
    const tiers = [{ fromBasisPoints: 0, payoutBasisPoints: 1 }];
    for (const effectiveOn of ['2026-06-20', '2026-06-24']) {
      expect(await run(at.admin, 'adoptIncentiveRule', { effectiveOn, tiers })).toMatchObject(refused);
      const weights = { bookingsBasisPoints: 10_000, cashBasisPoints: 0 };
      expect(await run(at.admin, 'adoptAttainmentRule', { effectiveOn, ...weights })).toMatchObject(refused);
    }
    expect(await payouts(plan.planId)).toEqual(before);
    at.today = '2026-06-15';
  });

  it('is known to the rep and who leads the team, and to nobody else, whatever they see of the plan', async () => {
    const plan = await makePlan(at.admin);
    const southern = await makeRep(at.admin, { team: 'south' });
    await made(at.admin, 'addPlanLine', {
      ...{ planId: plan.planId, accountId: plan.accountId, ownerId: southern },
      ...{ productId: await makeProduct(at.admin), target: cny('500000.00'), floor: cny('1.00') },
    });
    await made(at.admin, 'submitPlan', { planId: plan.planId });
    await made(at.admin, 'approvePlan', { planId: plan.planId });
    const seen = async (graph: Graph) => repsOf(await payouts(plan.planId, {}, graph));
    const both = [plan.ownerId, southern];
    expect(await seen(at.admin)).toEqual(both);
    expect(await seen(await at.service.as({ roles: ['EXECUTIVE'] }))).toEqual(both);
    expect(await seen(at.manager)).toEqual([plan.ownerId]);
    expect(await seen(await at.service.as({ roles: ['MANAGER'], teams: ['south', 'north'] }))).toEqual(both);
    expect(await seen(await at.repAs(plan.ownerId, ['north']))).toEqual([plan.ownerId]);
    const colleague = await at.repAs(await makeRep(at.admin), ['north']);
    const finance = await at.service.as({ roles: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'], teams: ['north'] });
    for (const graph of [colleague, finance]) {
      expect(await seen(graph)).toEqual([]);
      expect(await paidTo(plan.ownerId, plan.planId, graph)).toBeNull();
    }
    // The southern rep sees one line of the plan and not the plan; what it pays is the rep's to know all the same.
    const south = await at.repAs(southern, ['south']);
    expect(await payouts(plan.planId, {}, south)).toEqual([]);
    expect(await paidTo(southern, plan.planId, south)).toMatchObject({ originalTarget: { amount: '500000.00' } });
    expect(await paidTo(plan.ownerId, plan.planId, south)).toBeNull();
    const elsewhere = await at.service.as({ tenantId: uuidv7(), roles: ['ADMIN'] });
    expect(await paidTo(southern, plan.planId, elsewhere)).toBeNull();
  });

  it('is by rules that are refused with all that is wrong, and that an executive adopts', async () => {
    const tiers = [
      { fromBasisPoints: 1, payoutBasisPoints: 100 },
      { fromBasisPoints: 1, payoutBasisPoints: 100 },
    ];
    const wrong = { effectiveOn: '2026-06-14', floorBasisPoints: 9_000, capBasisPoints: 8_999, tiers };
    expect(await run(at.admin, 'adoptIncentiveRule', wrong)).toMatchObject({
      problems: [
        ...[{ path: 'effectiveOn' }, { path: 'capBasisPoints' }, { path: 'tiers.0.fromBasisPoints' }],
        { path: 'tiers.1.fromBasisPoints', message: 'must be above 1, where the last one begins' },
      ],
    });
    expect(await run(at.admin, 'adoptIncentiveRule', { tiers: [] })).toMatchObject({ problems: [{ path: 'tiers' }] });
    await expect(run(at.manager, 'adoptIncentiveRule', { tiers })).rejects.toThrow(/roles/);
  });
});

describe('without rules', () => {
  const at = house({ background: [] });

  it('nothing is weighed, and nothing is paid', async () => {
    const plan = await approvedPlan(at.admin);
    const { plan: found } = await at.admin.query<{ plan: Result }>(
      `query ($id: UUID!) { plan(id: $id) { attainment(by: TEAM) { rule { id } total { attainment bookedRate } }
        payouts { total { amount } rows { nodes { attainment payout { amount } tiers { fromBasisPoints } incentiveRule { id } originalTarget { amount } } } } } }`,
      { id: plan.planId },
    );
    expect(found).toEqual({
      attainment: { rule: null, total: { attainment: null, bookedRate: '0.0000' } },
      payouts: {
        total: { amount: '0.00' },
        rows: {
          nodes: [
            {
              ...{ attainment: null, payout: null, tiers: [], incentiveRule: null },
              originalTarget: { amount: '1500000.00' },
            },
          ],
        },
      },
    });
  });
});
