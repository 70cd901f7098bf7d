import { connected, whileLocked } from '@fivepoint/testing';
import { approvedPlan, house, made, makeAccount, makeProduct, makeRep, type PlanMade, run } from '../spec/house';

type Place = Pick<PlanMade, 'accountId' | 'productId' | 'ownerId'>;

describe('an account and a product that a plan has given out are in no other plan of the same days (P05, 一个萝卜一个坑)', () => {
  const at = house();

  const place = async ({ productName = '电源', accountName = '江苏电信', team = 'north' } = {}): Promise<Place> => {
    const ownerId = await makeRep(at.admin, { team });
    const accountId = await makeAccount(at.admin, { name: accountName, ownerId });
    return { accountId, productId: await makeProduct(at.admin, { name: productName }), ownerId };
  };
  const addLine = (planId: string, { accountId, productId, ownerId }: Place, currency = 'CNY') => {
    const line = { planId, accountId, productId, ownerId, target: { amount: '9000000.00', currency } };
    return made(at.admin, 'addPlanLine', { ...line, floor: { amount: '0.00', currency } });
  };
  const days = { startsOn: '2026-10-01', endsOn: '2026-12-31' };
  const quarter = { name: '攻坚计划', ...days, currency: 'CNY', team: 'north' };
  /** A plan of the last quarter, in DRAFT. */
  const draft = async (places: readonly Place[], over: Partial<typeof quarter> = {}) => {
    const planId = await made(at.admin, 'createPlan', { ...quarter, ...over });
    for (const one of places) await addLine(planId, one, over.currency);
    return planId;
  };
  const submitted = async (...plan: Parameters<typeof draft>) => {
    const planId = await draft(...plan);
    await made(at.admin, 'submitPlan', { planId });
    return planId;
  };
  const approved = async (...plan: Parameters<typeof draft>) => {
    const planId = await submitted(...plan);
    await made(at.admin, 'approvePlan', { planId });
    return planId;
  };
  const submit = (planId: string) => run(at.admin, 'submitPlan', { planId });
  const approve = (planId: string) => run(at.admin, 'approvePlan', { planId, reason: '总经理批准' });
  const lineOf = async (id: string, { accountId }: Place) => {
    const { plan } = await at.admin.query<{ plan: { lines: { nodes: { id: string; account: { id: string } }[] } } }>(
      'query ($id: UUID!) { plan(id: $id) { lines { nodes { id account { id } } } } }',
      { id },
    );
    return plan.lines.nodes.find(({ account }) => account.id === accountId)?.id;
  };
  const revise = (planId: string) => made(at.admin, 'revisePlan', { planId, reason: '调整' });

  const passed = { __typename: 'Plan' };
  const taken = (product: string, account: string, plan: string) =>
    `one plan for ${product} at ${account}; the plan ${plan} has it: revise that plan, or leave the line out`;
  const year = '"年度作战计划" from 2026-01-01 to 2026-12-31';

  it('so that no second plan goes round the cap, whoever answers for its lines, and every line is listed', async () => {
    const [one, two] = [await place({ accountName: '安徽电信' }), await place({ accountName: '浙江电信' })];
    await approved([one, two], { startsOn: '2026-01-01', name: '年度作战计划' });
    const free = await place();
    const second = await draft([{ ...two, ownerId: one.ownerId }, free, { ...one, ownerId: two.ownerId }]);
    expect(await run(at.manager, 'submitPlan', { planId: second })).toEqual({
      __typename: 'GateNotMet',
      gate: 'PLAN_SUBMISSION',
      missing: [taken('电源', '安徽电信', year), taken('电源', '浙江电信', year)],
    });
  });

  it.each([
    ['that begins earlier', 0],
    ['that begins later', 1],
  ])('also where two were handed in before, and the one %s is approved first', async (_, first) => {
    const where = await place();
    const plans = [
      await submitted([where], { startsOn: '2026-01-01', name: '年度作战计划' }),
      await submitted([where]),
    ];
    const [winner = '', loser = ''] = first === 0 ? plans : [...plans].reverse();
    expect(await approve(winner)).toMatchObject(passed);
    const which = first === 0 ? year : '"攻坚计划" from 2026-10-01 to 2026-12-31';
    expect(await approve(loser)).toEqual({
      __typename: 'GateNotMet',
      gate: 'PLAN_APPROVAL',
      missing: [taken('电源', '江苏电信', which)],
    });
    const targeted = await at.service.published('fivepoint.planning.account-targeted.v1');
    expect(targeted.filter(({ data }) => data.accountId === where.accountId)).toMatchObject([
      { data: { planId: winner } },
    ]);
  });

  it.each([
    ['begin on the last day of the other', { startsOn: '2026-12-31', endsOn: '2027-03-31' }, 'GateNotMet'],
    ['begin the day after', { startsOn: '2027-01-01', endsOn: '2027-03-31' }, 'Plan'],
    ['end on the first day of the other', { startsOn: '2026-07-01', endsOn: '2026-10-01' }, 'GateNotMet'],
    ['end the day before', { startsOn: '2026-07-01', endsOn: '2026-09-30' }, 'Plan'],
    ['lie within', { startsOn: '2026-11-01', endsOn: '2026-11-01' }, 'GateNotMet'],
    ['are counted in dollars', { currency: 'USD' }, 'GateNotMet'],
  ])('where the days of its period %s', async (_, over, __typename) => {
    const where = await place();
    await approved([where]);
    expect(await submit(await draft([where], over))).toMatchObject({ __typename });
  });

  it('but another product there is, and another account', async () => {
    const [one, two] = [await place(), await place()];
    await approved([one, two]);
    const third = { ...one, productId: await makeProduct(at.admin) };
    const fourth = { ...two, accountId: await makeAccount(at.admin) };
    expect(await approve(await submitted([third, fourth]))).toMatchObject(passed);
  });

  it('also in a revision, whose own lines stand in nobody’s way, and which itself takes no place before its approval', async () => {
    const [own, wanted] = [await place(), await place({ productName: '机柜' })];
    const first = await approved([own]);
    await revise(first);
    await addLine(first, wanted);
    expect(await submit(first)).toMatchObject(passed);
    const second = await approved([wanted]);
    expect(await approve(first)).toMatchObject({
      gate: 'PLAN_APPROVAL',
      missing: [taken('机柜', '江苏电信', '"攻坚计划" from 2026-10-01 to 2026-12-31')],
    });
    await made(at.admin, 'returnPlan', { planId: first, reason: '机柜已有计划' });
    expect(await submit(first)).toMatchObject({ gate: 'PLAN_SUBMISSION' });
    await revise(second);
    expect(await submit(second)).toMatchObject(passed);
    expect(await approve(second)).toMatchObject(passed);
  });

  it('until a revision that takes the line out is approved', async () => {
    const [where, rest] = [await place(), await place()];
    const first = await approved([where, rest], { startsOn: '2026-01-01' });
    const second = await draft([where]);
    await revise(first);
    await made(at.admin, 'withdrawPlanLine', { planLineId: await lineOf(first, where) });
    await submit(first);
    expect(await submit(second)).toMatchObject({ __typename: 'GateNotMet' });
    expect(await approve(first)).toMatchObject(passed);
    expect(await submit(second)).toMatchObject(passed);
    expect(await approve(second)).toMatchObject(passed);
  });

  it('until the other plan is closed', async () => {
    const { planId: first, ...where } = await approvedPlan(at.admin);
    const second = await draft([where]);
    expect(await submit(second)).toMatchObject({ __typename: 'GateNotMet' });
    await made(at.admin, 'closePlan', { planId: first });
    expect(await submit(second)).toMatchObject(passed);
    expect(await approve(second)).toMatchObject(passed);
  });

  it('and what was doubled before this was asked is taken out by the next revision', async () => {
    const [doubled, rest] = [await place(), await place()];
    const first = await approved([doubled, rest], { endsOn: '2026-11-30' });
    const second = await approved([doubled], { startsOn: '2026-12-01' });
    await connected(at.service.superuserUrl, (client) =>
      client.query(`update plan set starts_on = '2026-10-01' where id = $1`, [second]),
    );
    at.today = '2026-10-01';
    expect(await run(at.admin, 'startPlan', { planId: second })).toMatchObject(passed);
    await revise(first);
    expect(await submit(first)).toMatchObject({ __typename: 'GateNotMet' });
    await made(at.admin, 'withdrawPlanLine', { planLineId: await lineOf(first, doubled) });
    expect(await submit(first)).toMatchObject(passed);
    expect(await approve(first)).toMatchObject(passed);
  });

  it('and what the caller may not see is not named', async () => {
    const [own, southern] = [await place({ productName: '机柜' }), await place({ team: 'south' })];
    const places = [own, southern, await place({ team: 'south' })];
    await approved(places, { team: 'south', name: '南区计划' });
    const second = await draft(places);
    expect(await run(at.manager, 'submitPlan', { planId: second })).toMatchObject({
      missing: [
        'one plan for 机柜 at 江苏电信; one that you may not see has it within this period: leave the line out, or have that plan revised',
        'one plan for each account and product, also of lines that you may not see; of these, 2 are in others, too',
      ],
    });
    const which = '"南区计划" from 2026-10-01 to 2026-12-31';
    expect(await submit(second)).toMatchObject({
      missing: expect.arrayContaining([taken('机柜', '江苏电信', which), taken('电源', '江苏电信', which)]) as string[],
    });
  });

  it('also where two are approved at the same moment', async () => {
    const where = await place();
    const [one, two] = [await submitted([where]), await submitted([where])];
    // Each has looked for the other before it writes its version.
    const both = await whileLocked(
      at.service.superuserUrl,
      'select from plan_version where plan_id = any($1) for update',
      [[one, two]],
      async (waiting) => {
        const first = approve(one);
        await waiting(1);
        const second = approve(two);
        await waiting(2);
        return [first, second];
      },
    );
    expect(await Promise.all(both)).toMatchObject([passed, { __typename: 'GateNotMet', gate: 'PLAN_APPROVAL' }]);
  });
});
