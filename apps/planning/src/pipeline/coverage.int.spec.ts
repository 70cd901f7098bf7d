import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeProduct, makeRep, run } from '../spec/house';
import { neighboursOf, type Whose } from '../spec/pipeline';

describe('how the live pipeline covers a plan (P27)', () => {
  const at = house();
  const { opened, moved, lost, signed } = neighboursOf(at);

  const sums = `target { amount currency } lineCount booked { amount } bookedCount open { amount } openCount weighted { amount }
    weightedCount leftOutCount coverage`;
  const ask = `query ($id: UUID!) { plan(id: $id) { coverage { ${sums} }
    coverageByProduct { product { id } coverage { ${sums} } } coverageByOwner { owner { id } coverage { ${sums} } }
    lines { nodes { id coverage { ${sums} } } } } }`;
  const covered = async (planId: string, graph: Pick<GraphClient, 'query'> = at.admin) =>
    (await graph.query<{ plan: Result }>(ask, { id: planId })).plan;

  beforeAll(async () => {
    await run(at.admin, 'defineFunnel', {
      purchasePattern: 'PROJECT',
      samplesNeededCount: 100_000,
      stages: [
        { stage: 'VERIFY', name: '验证', conversionBasisPoints: 3333 },
        { stage: 'NEGOTIATE', name: '谈判', conversionBasisPoints: 5000 },
      ],
    });
    await run(at.admin, 'defineFunnel', {
      purchasePattern: 'RECURRING',
      samplesNeededCount: 100_000,
      stages: [{ stage: 'BID', name: '投标', conversionBasisPoints: 9000 }],
    });
  });

  /** A plan in CNY with two products and two owners: 1,500,000 and 500,000. */
  async function plan() {
    const first = await makePlan(at.admin);
    const [ownerId, productId, accountId] = [
      await makeRep(at.admin, { team: 'south' }),
      await makeProduct(at.admin),
      await makeAccount(at.admin),
    ];
    const second = await made(at.admin, 'addPlanLine', {
      ...{ planId: first.planId, accountId, productId, ownerId },
      ...{ target: cny('500000.00'), floor: cny('0.01') },
    });
    const whose = (ofFirst: boolean): Whose =>
      ofFirst
        ? { ...pick(first), team: 'north' }
        : { accountId, productId, planLineId: second, ownerId, team: 'south' };
    return { ...first, second, whose, other: { productId, ownerId } };
  }
  const pick = ({ accountId, productId, planLineId, ownerId }: Awaited<ReturnType<typeof makePlan>>) => ({
    ...{ accountId, productId, planLineId, ownerId },
  });

  it('is the open deals ÷ what is still to be booked, beside them each by the chance of its stage', async () => {
    const { planId, planLineId, second, productId, ownerId, other, whose } = await plan();
    const none = await covered(planId);
    expect(none['coverage']).toEqual({
      ...{
        target: cny('2000000.00'),
        lineCount: 2,
        booked: { amount: '0.00' },
        open: { amount: '0.00' },
        openCount: 0,
      },
      ...{ bookedCount: 0, weighted: { amount: '0.00' }, weightedCount: 0, leftOutCount: 0, coverage: '0.0000' },
    });
    const amount = cny('100000.01');
    // Counted: two in VERIFY, one in NEGOTIATE, one that nobody knows when.
    await opened(whose(true), { amount, scenario: 'PROJECT', expectedClose: '2026-12-31' });
    await opened(whose(true), { amount, scenario: 'PROJECT' });
    const { data } = await opened(whose(true), { amount: cny('700000.00'), scenario: 'PROJECT' });
    await moved(data, 'BID', 'NEGOTIATE');
    // Counted, and before the first stage of its funnel.
    await opened(whose(false), { amount: cny('300000.00'), scenario: 'RECURRING' });
    // In no sum: too late, another currency, without amount.
    await opened(whose(false), { amount, expectedClose: '2027-01-01' });
    await opened(whose(false), { amount: { amount: '5.00', currency: 'USD' } });
    await opened(whose(false), { amount: undefined } as never);
    // None of its: lost, and won.
    await lost((await opened(whose(true), { amount })).data);
    const won = (await opened(whose(true), { amount })).data;
    await signed({ ...whose(true), dealId: won.dealId }, { amount: cny('300000.00') });

    const { coverage, coverageByProduct, coverageByOwner, lines } = await covered(planId);
    const first = {
      ...{ target: cny('1500000.00'), lineCount: 1, booked: { amount: '300000.00' }, bookedCount: 1 },
      ...{ open: { amount: '900000.02' }, openCount: 3, weightedCount: 3, leftOutCount: 0 },
      // 700000 × .5 + 200000.02 × .16665, and 900000.02 ÷ 1200000.
      ...{ weighted: { amount: '383330.00' }, coverage: '0.7500' },
    };
    const last = {
      ...{ target: cny('500000.00'), lineCount: 1, booked: { amount: '0.00' }, bookedCount: 0 },
      ...{ open: { amount: '300000.00' }, openCount: 1, weighted: { amount: '0.00' }, weightedCount: 0 },
      ...{ leftOutCount: 3, coverage: '0.6000' },
    };
    expect(coverage).toEqual({
      ...{ target: cny('2000000.00'), lineCount: 2, booked: { amount: '300000.00' }, bookedCount: 1 },
      ...{ open: { amount: '1200000.02' }, openCount: 4, weighted: { amount: '383330.00' }, weightedCount: 3 },
      ...{ leftOutCount: 3, coverage: '0.7059' },
    });
    const byId = (rows: unknown, of: string) =>
      new Map((rows as Result[]).map((row) => [(row[of] as Result).id, row['coverage']]));
    expect(byId(coverageByProduct, 'product')).toEqual(
      new Map([
        [productId, first],
        [other.productId, last],
      ]),
    );
    expect(byId(coverageByOwner, 'owner')).toEqual(
      new Map([
        [ownerId, first],
        [other.ownerId, last],
      ]),
    );
    const { nodes } = lines as { nodes: Result[] };
    expect(new Map(nodes.map((line) => [line.id, line['coverage']]))).toEqual(
      new Map([
        [planLineId, first],
        [second, last],
      ]),
    );
  });

  it('is null where as much is booked as was to be, or more', async () => {
    const { planId, whose, second } = await plan();
    const { data } = await opened(whose(false));
    await signed({ ...whose(false), dealId: data.dealId }, { amount: cny('499999.99') });
    const of = async () => {
      const { lines } = await covered(planId);
      return ((lines as { nodes: Result[] }).nodes.find(({ id }) => id === second)!['coverage'] as Result)['coverage'];
    };
    expect(await of()).toBe('0.0000');
    const more = (await opened(whose(false))).data;
    await signed({ ...whose(false), dealId: more.dealId }, { amount: cny('0.01') });
    expect(await of()).toBeNull();
  });

  it('counts the targets of the lines that count, and what came of those that were withdrawn, too', async () => {
    const { planId, planLineId, second, whose, other } = await plan();
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await opened(whose(true), { amount: cny('100000.00') });
    await opened(whose(false), { amount: cny('50000.00') });
    const won = (await opened(whose(false))).data;
    await signed({ ...whose(false), dealId: won.dealId }, { amount: cny('400.00') });
    await made(at.admin, 'revisePlan', { planId, reason: '调整' });
    await made(at.admin, 'withdrawPlanLine', { planLineId: second });
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await made(at.admin, 'revisePlan', { planId, reason: '再调整' });
    await made(at.admin, 'addPlanLine', {
      ...{ planId, accountId: await makeAccount(at.admin), ...other },
      ...{ target: cny('700000.00'), floor: cny('0') },
    });
    const { coverage, coverageByProduct, coverageByOwner, lines } = await covered(planId);
    const withdrawn = {
      ...{ target: cny('0.00'), lineCount: 0, booked: { amount: '400.00' }, bookedCount: 1 },
      ...{ open: { amount: '50000.00' }, openCount: 1, coverage: null },
    };
    const counting = {
      ...{ target: cny('1500000.00'), lineCount: 1, booked: { amount: '0.00' }, bookedCount: 0 },
      ...{ open: { amount: '100000.00' }, openCount: 1, coverage: '0.0667' },
    };
    expect(coverage).toMatchObject({
      ...{ target: cny('1500000.00'), lineCount: 1, booked: { amount: '400.00' }, bookedCount: 1 },
      // 150,000 ÷ 1,499,600.
      ...{ open: { amount: '150000.00' }, openCount: 2, coverage: '0.1000' },
    });
    for (const rows of [coverageByProduct, coverageByOwner] as Result[][]) {
      expect(rows).toHaveLength(2);
      expect(rows.map((row) => row['coverage'])).toEqual(
        expect.arrayContaining([expect.objectContaining(counting), expect.objectContaining(withdrawn)]),
      );
    }
    expect((lines as { nodes: Result[] }).nodes.map(({ id }) => id)).toEqual([planLineId]);
    const { planLine } = await at.admin.query<{ planLine: Result }>(
      `query ($id: UUID!) { planLine(id: $id) { coverage { ${sums} } } }`,
      { id: second },
    );
    expect(planLine).toMatchObject({ coverage: withdrawn });
  });

  it('counts what was signed within the period of the plan', async () => {
    const { planId, whose } = await plan();
    for (const [signedOn, minor] of [
      ['2025-12-31', '1.00'],
      ['2026-01-01', '20.00'],
      ['2026-06-15', '300.00'],
    ] as const) {
      const { data } = await opened(whose(true));
      await signed({ ...whose(true), dealId: data.dealId }, { amount: cny(minor), signedOn });
    }
    expect((await covered(planId))['coverage']).toMatchObject({ booked: { amount: '320.00' }, bookedCount: 2 });
  });

  it('is over the lines and the deals that the viewer sees', async () => {
    const { planId, whose, planLineId } = await plan();
    await opened(whose(true), { amount: cny('100000.00') });
    await opened(whose(false), { amount: cny('50000.00') });
    // A deal of the north for a line of the south: the south sees its line, not the deal.
    await opened({ ...whose(true), planLineId: whose(false).planLineId! }, { amount: cny('7.00') });
    const seen = async (person: object) => {
      const { coverage } = await covered(planId, await at.service.as(person));
      const { target, open, openCount } = coverage as { target: Result; open: Result; openCount: number };
      return [target['amount'], open['amount'], openCount];
    };
    expect(await seen({ roles: ['EXECUTIVE'] })).toEqual(['2000000.00', '150007.00', 3]);
    expect(await seen({ roles: ['FINANCE'] })).toEqual(['2000000.00', '150007.00', 3]);
    expect(await seen({ roles: ['PRESALES'] })).toEqual(['2000000.00', '0.00', 0]);
    expect(await seen({ roles: ['MANAGER'], teams: ['north'] })).toEqual(['1500000.00', '100000.00', 1]);
    const south = await at.service.as({ roles: ['REP'], repId: whose(false).ownerId, teams: [] });
    const { planLine } = await south.query<{ planLine: Result | null }>(
      `query ($id: UUID!) { planLine(id: $id) { coverage { ${sums} } } }`,
      { id: whose(false).planLineId },
    );
    expect(planLine).toMatchObject({ coverage: { open: { amount: '50000.00' }, openCount: 1 } });
    expect(
      (await south.query<{ planLine: null }>('query ($id: UUID!) { planLine(id: $id) { id } }', { id: planLineId }))
        .planLine,
    ).toBeNull();
  });
});
