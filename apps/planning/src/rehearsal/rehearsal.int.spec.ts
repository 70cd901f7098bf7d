import { uuidv7 } from '@fivepoint/kernel';
import { cny, connected, type Result } from '@fivepoint/testing';
import { house, makePlan, made, makeProduct, placeOf, run } from '../spec/house';
import { amountsOf, planWith, rehearsalOf, rehearsed } from '../spec/rehearsing';

/** What the rules show, in whole yuan: weighted 610 against a target of 600. */
const shown = [
  { target: 500, probability: 6_000 },
  { target: 300, probability: 5_000 },
  { target: 200, probability: 8_000 },
];
const within = (value: unknown, expected: number, off: number) =>
  expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(off);

describe('a rehearsal of a plan (P01, N1)', () => {
  const at = house();

  it('says what the rules say, exactly and by its trials', async () => {
    const { planId, planLineIds } = await planWith(at.admin, shown);
    const input = { planId, seed: '9007199254740991', trialCount: 100_000, target: cny('600.00') };
    const rehearsal = await rehearsed(at.admin, input);
    expect(rehearsal).toMatchObject({
      seed: '9007199254740991',
      trialCount: 100_000,
      doneTrialCount: 100_000,
      nextStatuses: [],
      failureReason: null,
      startedAt: expect.any(String) as string,
      finishedAt: expect.any(String) as string,
    });
    const result = rehearsal['result'] as Result;
    expect(result).toMatchObject({
      weighted: cny('610.00'),
      margins: [
        // 300 is booked with .80 exactly, and in as many trials, or a few more or less: each line has the luck of its id.
        { confidenceBasisPoints: 8_000, margin: { amount: expect.stringMatching(/^[34]00\.00$/) as string } },
        { confidenceBasisPoints: 9_000, margin: { amount: '400.00' } },
        { confidenceBasisPoints: 9_500, margin: { amount: '400.00' } },
      ],
      exact: { hitProbability: '0.5400' },
      exactMissingReason: null,
    });
    expect(amountsOf(result['bookings'])).toEqual([200, 700, 1000]);
    expect(amountsOf((result['exact'] as Result)['bookings'])).toEqual([200, 700, 1000]);
    expect(result['hitProbability']).toMatch(/^0\.\d{4}$/);
    within(result['hitProbability'], 0.54, 0.008);
    const { nodes } = rehearsal['lines'] as { nodes: Result[] };
    expect(nodes.map((line) => (line['planLine'] as Result).id)).toEqual([
      planLineIds[0],
      planLineIds[2],
      planLineIds[1],
    ]);
    nodes.forEach(({ sensitivity }, place) => within(sensitivity, [0.9, 0.3, 0.12][place] ?? 0, 0.025));
    expect(nodes[1]).toMatchObject({
      assumption: {
        target: { amount: '200.00' },
        probabilityBasisPoints: 8_000,
        closesOn: '2026-03-15',
        slipBasisPoints: [10_000],
        correlationGroup: null,
        payments: [{ basisPoints: 10_000, lagMonths: 0 }],
      },
    });
    expect(await at.service.published('fivepoint.planning.plan-rehearsed.v1')).toMatchObject([
      {
        key: planId,
        subject: planId,
        data: { planId, rehearsalId: rehearsal.id, seed: 9007199254740991, weighted: cny('610.00'), team: 'north' },
      },
    ]);
  });

  it('draws a seed that it shows, and comes to the same with that seed', async () => {
    const { planId } = await planWith(at.admin, shown);
    const first = await rehearsed(at.admin, { planId, trialCount: 5_000 });
    const seed = String(first['seed']);
    expect(seed).toMatch(/^\d{1,16}$/);
    const again = await rehearsed(at.admin, { planId, trialCount: 5_000, seed });
    expect(again['result']).toEqual(first['result']);
    const other = await rehearsed(at.admin, { planId, trialCount: 5_000, seed: '4711' });
    expect(other['result']).not.toEqual(first['result']);
  });

  it('plays lines of a group together, each group by its correlation', async () => {
    const line = { target: 100, probability: 5_000, group: '铁塔' };
    const { planId } = await planWith(at.admin, [line, line]);
    const correlations = [{ group: '铁塔', basisPoints: 5_000 }];
    const rehearsal = await rehearsed(at.admin, { planId, seed: '1', trialCount: 100_000, correlations });
    const result = rehearsal['result'] as Result;
    within(result['hitProbability'], 1 / 3, 0.008);
    expect(result).toMatchObject({ exact: null, exactMissingReason: 'CORRELATED' });
    expect(rehearsal).toMatchObject({ correlations });
  });

  it('books by calendar month, counts what slips beyond the plan for nothing, and lets the money come later', async () => {
    const payments = [
      { basisPoints: 4_000, lagMonths: 0 },
      { basisPoints: 6_000, lagMonths: 2 },
    ];
    const late = { target: 100, probability: 10_000, closesOn: '2026-03-02', slip: [5_000, 3_000, 2_000], payments };
    const { planId } = await planWith(at.admin, [late], { startsOn: '2026-01-15', endsOn: '2026-04-10' });
    const rehearsal = await rehearsed(at.admin, { planId, seed: '3', trialCount: 50_000 });
    const result = rehearsal['result'] as Result & { months: Result[] };
    expect(result.months.map(({ startsOn }) => startsOn)).toEqual([
      '2026-01-15',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
    expect(result).toMatchObject({ weighted: cny('100.00'), exact: { hitProbability: '0.8000' } });
    within(result['hitProbability'], 0.8, 0.008);
    expect(result.months.map(({ bookings }) => amountsOf(bookings))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, expect.any(Number), 100],
      [0, 0, 100],
    ]);
    expect(result.months.map(({ cash }) => amountsOf(cash)[2])).toEqual([0, 0, 40, 40]);
    // The first part comes in four of five times, now in March and now in April; the second always after the plan.
    expect(amountsOf(result['cash'])).toEqual([0, 40, 40]);
    // One that was kept before cash was worked out has none.
    await connected(at.service.superuserUrl, (client) =>
      client.query(`update rehearsal set figures = figures - 'cash' where id = $1`, [rehearsal.id]),
    );
    const { rehearsal: old } = await at.admin.query<{ rehearsal: { result: Result } }>(
      'query ($id: UUID!) { rehearsal(id: $id) { result { cash { p50 { amount } } bookings { p90 { amount } } } } }',
      { id: rehearsal.id },
    );
    expect(old.result).toEqual({ cash: null, bookings: { p90: { amount: '100.00' } } });
  });

  it('keeps the lines as they were', async () => {
    const { planId, planLineId } = await planWith(at.admin, [{ target: 100, probability: 10_000 }]);
    const before = await rehearsed(at.admin, { planId, trialCount: 1_000 });
    await made(at.admin, 'recordLineOutlook', { planLineId, probabilityBasisPoints: 0, closesOn: '2026-03-15' });
    const { id } = before;
    expect(await rehearsalOf(at.admin, String(id))).toEqual(before);
    const after = await rehearsed(at.admin, { planId, trialCount: 1_000 });
    expect(after['result']).toMatchObject({ hitProbability: '0.0000', weighted: { amount: '0.00' } });
  });

  it('is compared with another one, by the whole and line by line', async () => {
    const { planId, planLineIds } = await planWith(at.admin, shown);
    const input = { planId, seed: '5', trialCount: 10_000, target: cny('600.00') };
    const before = await rehearsed(at.admin, input);
    await made(at.admin, 'updatePlanLine', { planLineId: planLineIds[1], target: cny('400.00') });
    const productId = await makeProduct(at.admin);
    const accountId = (await planWith(at.admin, [])).accountId;
    const { ownerId } = await makePlan(at.admin);
    const added = { planId, accountId, productId, ownerId, target: cny('100.00'), floor: cny('0.00') };
    const planLineId = await made(at.admin, 'addPlanLine', added);
    await made(at.admin, 'recordLineOutlook', { planLineId, probabilityBasisPoints: 10_000, closesOn: '2026-05-05' });
    const after = await rehearsed(at.admin, input);
    const ask = `query ($id: UUID!, $to: UUID!) { rehearsal(id: $id) {
      comparedTo(rehearsalId: $to) { sameSeed sameTrialCount
        difference { hitProbability weighted { amount } bookings { p10 { amount } p50 { amount } p90 { amount } } } }
      lines { nodes { planLine { id } sensitivity comparedTo(rehearsalId: $to) { target { amount } sensitivity } } } } }`;
    const { rehearsal } = await at.admin.query<{
      rehearsal: { comparedTo: Result; lines: { nodes: { planLine: Result; comparedTo: Result | null }[] } };
    }>(ask, { id: after.id, to: before.id });
    const chance = ({ result }: Result) => Number((result as Result)['hitProbability']);
    expect(rehearsal.comparedTo).toMatchObject({
      sameSeed: true,
      sameTrialCount: true,
      difference: { weighted: { amount: '150.00' } },
    });
    const difference = rehearsal.comparedTo['difference'] as Result;
    within(difference['hitProbability'], chance(after) - chance(before), 0.000_051);
    expect(amountsOf(difference['bookings'])).toEqual([100, 100, 200]);
    const lines = new Map(rehearsal.lines.nodes.map((line) => [line.planLine.id, line]));
    expect(lines.get(planLineIds[1] ?? '')?.comparedTo).toMatchObject({ target: { amount: '100.00' } });
    expect(lines.get(planLineIds[0] ?? '')?.comparedTo).toMatchObject({ target: { amount: '0.00' } });
    expect(lines.get(planLineId)?.comparedTo).toBeNull();
    const nobodys = await at.admin.query<{ rehearsal: { comparedTo: null } }>(
      'query ($id: UUID!, $to: UUID!) { rehearsal(id: $id) { comparedTo(rehearsalId: $to) { sameSeed } } }',
      { id: after.id, to: uuidv7() },
    );
    expect(nobodys.rehearsal.comparedTo).toBeNull();
  });

  it('is of one version of the plan: what is revised is rehearsed before it counts', async () => {
    const { planId, planLineIds } = await planWith(at.admin, shown);
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await made(at.admin, 'revisePlan', { planId, reason: '追加预算' });
    await made(at.admin, 'updatePlanLine', { planLineId: planLineIds[1], target: cny('400.00') });
    await made(at.admin, 'withdrawPlanLine', { planLineId: planLineIds[2] });
    const { plan } = await at.admin.query<{ plan: { currentVersion: Result; openRevision: Result } }>(
      'query ($id: UUID!) { plan(id: $id) { currentVersion { id } openRevision { id } } }',
      { id: planId },
    );
    const input = { planId, seed: '5', trialCount: 1_000, target: cny('600.00') };
    const counting = await rehearsed(at.admin, input);
    expect(counting).toMatchObject({ planVersion: { number: 1 }, result: { weighted: cny('610.00') } });
    const revised = await rehearsed(at.admin, { ...input, planVersionId: plan.openRevision.id });
    expect(revised).toMatchObject({ planVersion: { number: 2 }, result: { weighted: cny('500.00') } });
    const { rehearsals } = await at.admin.query<{ rehearsals: { nodes: Result[] } }>(
      'query ($id: UUID!) { rehearsals(filter: { planVersionId: $id }) { nodes { id } } }',
      { id: plan.openRevision.id },
    );
    expect(rehearsals.nodes).toEqual([{ id: revised.id }]);
    const other = await makePlan(at.admin);
    expect(
      await run(at.admin, 'startRehearsal', { ...input, planId: other.planId, planVersionId: plan.openRevision.id }),
    ).toEqual({
      __typename: 'NotFound',
      entity: 'PlanVersion',
      id: plan.openRevision.id,
    });
  });

  it('shows its figures to who sees the plan, and of a line only to who sees the line', async () => {
    const plan = await planWith(at.admin, shown.slice(0, 1));
    const southern = await makePlan(at.admin);
    const south = await made(at.admin, 'registerRep', { name: '王强', team: 'south' });
    const line = { ...placeOf(plan), accountId: southern.accountId, productId: southern.productId, ownerId: south };
    const hidden = await made(at.admin, 'addPlanLine', { ...line, target: cny('7.00'), floor: cny('0.00') });
    await made(at.admin, 'recordLineOutlook', {
      planLineId: hidden,
      probabilityBasisPoints: 0,
      closesOn: '2026-05-05',
    });
    const { id } = await rehearsed(at.admin, { planId: plan.planId, trialCount: 1_000 });
    const { lines, result } = (await rehearsalOf(at.manager, String(id))) as Result & { lines: { nodes: Result[] } };
    expect(result).toMatchObject({ weighted: { amount: '300.00' } });
    expect(lines.nodes).toMatchObject([
      { planLine: { id: plan.planLineId }, assumption: { target: { amount: '500.00' } } },
      { planLine: null, assumption: null, closedCount: expect.any(Number) as number },
    ]);
    const compared = await at.manager.query<{ rehearsal: { lines: { nodes: Result[] } } }>(
      `query ($id: UUID!) { rehearsal(id: $id) { lines { nodes { comparedTo(rehearsalId: $id) { target { amount } } } } } }`,
      { id },
    );
    expect(compared.rehearsal.lines.nodes).toEqual([
      { comparedTo: { target: { amount: '0.00' } } },
      { comparedTo: { target: null } },
    ]);
    const stranger = await at.repAs(uuidv7(), ['south']);
    expect(await rehearsalOf(stranger, String(id))).toBeNull();
    expect(
      await run(stranger, 'recordLineOutlook', {
        planLineId: plan.planLineId,
        probabilityBasisPoints: 1,
        closesOn: '2026-05-05',
      }),
    ).toMatchObject({ __typename: 'NotFound' });
  });

  it('is refused until something is expected of every line, with each that is missing', async () => {
    const plan = await planWith(at.admin, shown.slice(0, 1));
    const line = { ...placeOf(plan), productId: await makeProduct(at.admin) };
    const planLineId = await made(at.admin, 'addPlanLine', { ...line, target: cny('1.00'), floor: cny('0.00') });
    expect(await run(at.admin, 'startRehearsal', { planId: plan.planId })).toMatchObject({
      __typename: 'GateNotMet',
      gate: 'REHEARSAL',
      missing: [`the outlook of plan line ${planLineId}`],
    });
    const empty = await made(at.admin, 'createPlan', {
      name: '空',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      currency: 'CNY',
    });
    expect(await run(at.admin, 'startRehearsal', { planId: empty })).toMatchObject({
      missing: ['at least one plan line'],
    });
  });

  it('is refused with all that is wrong', async () => {
    const { planId } = await planWith(at.admin, [
      { ...shown[0]!, group: 'a' },
      { ...shown[1]!, group: 'b' },
    ]);
    const send = (over: object) => run(at.admin, 'startRehearsal', { planId, ...over });
    const correlations = [
      { group: 'b', basisPoints: 1 },
      { group: 'c', basisPoints: 1 },
      { group: 'b', basisPoints: 2 },
    ];
    expect(await send({ correlations, target: { amount: '1.00', currency: 'USD' } })).toMatchObject({
      problems: [
        { path: 'target', message: "must be in the plan's currency, CNY" },
        { path: 'correlations.1.group', message: 'no line is in a group c' },
        { path: 'correlations.2.group', message: 'b comes more than once' },
        { path: 'correlations', message: 'say how much the lines of a share' },
      ],
    });
    for (const seed of ['-1', '1.5', '9007199254740992'])
      expect(await send({ seed })).toMatchObject({
        problems: [{ path: 'seed', message: 'must be a whole number from 0 to 9007199254740991' }],
      });
    expect(await send({ trialCount: 999 })).toMatchObject({ problems: [{ path: 'trialCount' }] });
    expect(await send({ planId: uuidv7() })).toMatchObject({ __typename: 'NotFound', entity: 'Plan' });
    const long = await planWith(at.admin, [{ target: 1, probability: 1 }], { endsOn: '2031-01-01' });
    expect(await send({ planId: long.planId })).toMatchObject({
      problems: [{ path: 'planId', message: 'its period has 61 months; at most 60 can be rehearsed' }],
    });
  });
});
