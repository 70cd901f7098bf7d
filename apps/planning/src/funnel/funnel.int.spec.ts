import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makeAccount, makeProduct, makeRep, run } from '../spec/house';
import { neighboursOf } from '../spec/pipeline';

type Graph = Pick<GraphClient, 'query'>;

const stage = (name: string, conversionBasisPoints: number) => ({
  stage: name,
  name: `${name} 阶段`,
  conversionBasisPoints,
});

/** The funnel of the rule's example. */
const three = [stage('VERIFY', 3500), stage('BID', 4500), stage('NEGOTIATE', 6000)];

const rate = 'basisPoints source templateBasisPoints reachedCount convertedCount unknownPatternCount';

describe('sales funnels (P23, P27, P28)', () => {
  const at = house();
  const { opened, lost, signed } = neighboursOf(at);

  /** A company of its own, whose history nobody else adds to. */
  async function company() {
    const tenantId = uuidv7();
    return { tenantId, about: { tenantId }, admin: await at.service.as({ tenantId }) };
  }

  const define = (graph: Graph, over: object = {}) =>
    run(graph, 'defineFunnel', { purchasePattern: 'PROJECT', stages: three, ...over });

  const funnel = async (graph: Graph, args = 'purchasePattern: PROJECT') =>
    (
      await graph.query<{ salesFunnel: { template: Result; stages: Result[] } | null }>(
        `{ salesFunnel(${args}) { purchasePattern template { id effectiveOn } stages { stage name conversion { ${rate} } toWin { ${rate} } } } }`,
      )
    ).salesFunnel;

  it('are defined with their stages, names and conversions, from a day on', async () => {
    const { admin } = await company();
    expect(await define(admin, { effectiveOn: '2026-06-01' })).toMatchObject({
      ...{
        __typename: 'FunnelTemplate',
        purchasePattern: 'PROJECT',
        effectiveOn: '2026-06-01',
        samplesNeededCount: 30,
      },
      stages: three,
    });
    expect(await define(admin, { samplesNeededCount: 12 })).toMatchObject({
      ...{ effectiveOn: '2026-06-15', samplesNeededCount: 12 },
    });
    const { funnelTemplates } = await admin.query<{ funnelTemplates: { nodes: Result[] } }>(
      '{ funnelTemplates(filter: { purchasePatterns: [PROJECT] }) { nodes { effectiveOn } } }',
    );
    expect(funnelTemplates.nodes).toEqual([{ effectiveOn: '2026-06-15' }, { effectiveOn: '2026-06-01' }]);
  });

  it('count by the latest day that has come, and of one day by the word said last', async () => {
    const { admin } = await company();
    expect(await funnel(admin)).toBeNull();
    const first = await made(admin, 'defineFunnel', {
      purchasePattern: 'PROJECT',
      stages: three,
      effectiveOn: '2026-01-01',
    });
    await define(admin, { effectiveOn: '2026-06-16', stages: [stage('BID', 1)] });
    expect((await funnel(admin))?.template).toEqual({ id: first, effectiveOn: '2026-01-01' });
    await define(admin, { stages: [stage('BID', 2)] });
    await define(admin, { stages: [stage('VERIFY', 3)] });
    await define(admin, { purchasePattern: 'RECURRING', stages: [stage('VERIFY', 4)] });
    expect(await funnel(admin)).toMatchObject({ stages: [{ stage: 'VERIFY', conversion: { basisPoints: 3 } }] });
    at.today = '2026-06-16';
    expect(await funnel(admin)).toMatchObject({ stages: [{ stage: 'BID', conversion: { basisPoints: 1 } }] });
  });

  it('are refused with all that is wrong with their stages and day', async () => {
    const wrong = [stage('BID', 5), stage('BID', 5), stage('VERIFY', 5), stage('SIGNED', 5)];
    expect(await define(at.admin, { stages: wrong, effectiveOn: '2037-01-01' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [
        { path: 'effectiveOn' },
        { path: 'stages.1.stage', message: 'must come after BID' },
        { path: 'stages.2.stage', message: 'must come after BID' },
        { path: 'stages.3.stage', message: expect.stringContaining('SIGNED') as string },
      ],
    });
    expect(await define(at.admin, { stages: [] })).toMatchObject({ problems: [{ path: 'stages' }] });
    expect(await define(at.admin, { stages: [stage('BID', 10_001)] })).toMatchObject({
      problems: [{ path: 'stages.0.conversionBasisPoints' }],
    });
    await expect(define(await at.service.as({ roles: ['MANAGER'] }))).rejects.toThrow('roles');
  });

  /** Deals of a company: won, lost in NEGOTIATE, lost in VERIFY. */
  async function deals(about: object, whose: object, counts: [number, number, number], over: object = {}) {
    const [won, late, early] = counts;
    const one = async () => (await opened(whose as never, { scenario: 'PROJECT', ...over }, about)).data;
    for (let count = 0; count < won; count++) {
      const data = await one();
      await signed({ ...(whose as typeof data), dealId: data.dealId }, {}, about);
    }
    for (let count = 0; count < late; count++) await lost(await one(), { stage: 'NEGOTIATE' }, about);
    for (let count = 0; count < early; count++) await lost(await one(), {}, about);
  }

  it('take the company’s own conversions once enough of its cases have ended, and say so', async () => {
    const { tenantId, about, admin } = await company();
    const whose = { accountId: await makeAccount(admin), ownerId: await makeRep(admin), team: 'north' };
    await define(admin, { samplesNeededCount: 6 });
    await deals(about, whose, [3, 1, 1]);
    expect(await funnel(admin)).toMatchObject({
      stages: [
        { name: 'VERIFY 阶段', conversion: { source: 'TEMPLATE', basisPoints: 3500, reachedCount: 5 } },
        { conversion: { source: 'TEMPLATE', reachedCount: 4 } },
        { toWin: { source: 'TEMPLATE', basisPoints: 6000, reachedCount: 4 } },
      ],
    });
    await deals(about, whose, [0, 0, 2], { scenario: undefined });
    const [verify, bid] = (await funnel(admin))!.stages;
    expect(verify).toMatchObject({
      conversion: {
        ...{ source: 'CALIBRATED', basisPoints: 5714, templateBasisPoints: 3500 },
        ...{ reachedCount: 7, convertedCount: 4, unknownPatternCount: 2 },
      },
      toWin: { source: 'CALIBRATED', basisPoints: 4286, convertedCount: 3 },
    });
    expect(bid).toMatchObject({ conversion: { source: 'TEMPLATE', basisPoints: 4500 } });
    // Everybody plans by the same rates; partners see nothing.
    const stranger = await at.service.as({ tenantId, roles: ['REP'], teams: ['south'] });
    expect(await funnel(stranger)).toEqual(await funnel(admin));
    expect(await funnel(await at.service.as({ tenantId, roles: ['PARTNER'] }))).toBeNull();
  });

  it('count of a period what the viewer sees, for it may be as short as a single case', async () => {
    const { tenantId, about, admin } = await company();
    const ownerId = await makeRep(admin);
    await define(admin, { samplesNeededCount: 1 });
    await deals(about, { accountId: await makeAccount(admin), ownerId, team: 'north' }, [1, 0, 0]);
    const reached = async (graph: Graph, period: string) =>
      ((await funnel(graph, `purchasePattern: PROJECT, ${period}`))?.stages[0]?.['conversion'] as Result)[
        'reachedCount'
      ];
    const [in_, out] = ['closedFrom: "2026-06-10", closedTo: "2026-06-10"', 'closedFrom: "2026-06-11"'];
    const stranger = await at.service.as({ tenantId, roles: ['REP'], teams: ['south'] });
    const own = await at.service.as({ tenantId, roles: ['REP'], repId: ownerId });
    expect([await reached(admin, in_), await reached(own, in_), await reached(stranger, in_)]).toEqual([1, 1, 0]);
    expect(await reached(admin, out)).toBe(0);
    expect(await reached(admin, 'closedTo: "2026-06-09"')).toBe(0);
    await expect(funnel(admin, 'closedFrom: "2026-06-10", closedTo: "2026-06-09"')).rejects.toThrow('closedTo');
  });

  const needs = `winCount averageWon { amount } wonCount confidenceBasisPoints target { amount } product { id }
    stages { stage evenOddsCount confidenceCount marginCount conversion { basisPoints source } }`;

  it('are calculated back from wins, for even odds and for a confidence', async () => {
    const { admin } = await company();
    await define(admin);
    const required = async (args: string) =>
      (
        await admin.query<{ requiredPipeline: Result }>(
          `{ requiredPipeline(purchasePattern: PROJECT, ${args}) { ${needs} } }`,
        )
      ).requiredPipeline;
    expect(await required('confidenceBasisPoints: 9000')).toBeNull();
    const two = 'winCount: 7, target: { amount: "1.00", currency: "CNY" }';
    await expect(required(two)).rejects.toThrow('together with winCount');
    await expect(required('winCount: -1')).rejects.toThrow('winCount');
    const money = 'target: { amount: "-1.00", currency: "CNY" }';
    await expect(required(money)).rejects.toThrow('not be negative');
    const target = await required('target: { amount: "100.00", currency: "CNY" }, confidenceBasisPoints: 9000');
    expect(target).toMatchObject({ winCount: null, averageWon: null, wonCount: 0, stages: [] });
    expect(await required('winCount: 7, confidenceBasisPoints: 9000')).toMatchObject({
      ...{ winCount: 7, target: null, confidenceBasisPoints: 9000 },
      stages: [
        { stage: 'VERIFY', evenOddsCount: 78, confidenceCount: 110, marginCount: 32 },
        { stage: 'BID', evenOddsCount: 27, confidenceCount: 37, marginCount: 10 },
        { stage: 'NEGOTIATE', evenOddsCount: 12, confidenceCount: 15, marginCount: 3 },
      ],
    });
  });

  it('say of a plan, product by product, what it still needs', async () => {
    const { about, tenantId, admin } = await company();
    await define(admin, { samplesNeededCount: 100 });
    const plan = await approvedPlan(admin);
    const whose = { accountId: plan.accountId, ownerId: plan.ownerId, team: 'north', productId: plan.productId };
    await deals(about, whose, [3, 0, 0]);
    await deals(about, { ...whose, productId: await makeProduct(admin) }, [1, 0, 0]);
    const { data } = await opened({ ...whose, planLineId: plan.planLineId }, {}, about);
    await signed({ ...whose, planLineId: plan.planLineId, dealId: data.dealId }, { amount: cny('500000.00') }, about);
    const ask = `query ($id: UUID!) { plan(id: $id) { requiredPipeline(purchasePattern: PROJECT, confidenceBasisPoints: 8000) { ${needs} } } }`;
    const of = async (graph: Graph) =>
      (await graph.query<{ plan: { requiredPipeline: Result[] } }>(ask, { id: plan.planId })).plan.requiredPipeline;
    // ¥1,000,000 are missing; of the product four contracts brought ¥800,000: ¥200,000 each.
    expect(await of(admin)).toEqual([
      {
        ...{ winCount: 5, averageWon: { amount: '200000.00' }, wonCount: 4, confidenceBasisPoints: 8000 },
        ...{ target: { amount: '1000000.00' }, product: { id: plan.productId } },
        stages: [
          {
            ...{ stage: 'VERIFY', evenOddsCount: 58, confidenceCount: 70, marginCount: 12 },
            conversion: { basisPoints: 3500, source: 'TEMPLATE' },
          },
          {
            ...{ stage: 'BID', evenOddsCount: 20, confidenceCount: 24, marginCount: 4 },
            conversion: { basisPoints: 4500, source: 'TEMPLATE' },
          },
          {
            ...{ stage: 'NEGOTIATE', evenOddsCount: 9, confidenceCount: 10, marginCount: 1 },
            conversion: { basisPoints: 6000, source: 'TEMPLATE' },
          },
        ],
      },
    ]);
    // Who may not see the contracts is not told what they brought.
    const presales = await at.service.as({ tenantId, roles: ['PRESALES'] });
    expect(await of(presales)).toMatchObject([{ winCount: null, averageWon: null, wonCount: 0, stages: [] }]);
  });
});
