import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { approvedPlan, house, makeAccount, makeProduct, makeRep } from '../spec/house';
import { neighboursOf } from '../spec/pipeline';

type Graph = Pick<GraphClient, 'query'>;

const selection = `id origin stage outcome purchasePattern team beganOn openedOn closedOn expectedCloseOn amount { amount currency }
  stages { stage reachedOn } account { id } product { id } owner { id } planLine { id } lead { id } deal { id }`;

describe('the pipeline (P20, P23, P28)', () => {
  const at = house();
  const { tell, opened, moved, lost, signed } = neighboursOf(at);

  const cases = async (graph: Graph, filter: object) =>
    (
      await graph.query<{ pipelineCases: { nodes: Result[] } }>(
        `query ($filter: PipelineCaseFilter) { pipelineCases(filter: $filter) { nodes { ${selection} } } }`,
        { filter },
      )
    ).pipelineCases.nodes;

  /** The events of a lead that is won, each as a step, for an account of its own. */
  async function story() {
    const plan = await approvedPlan(at.admin);
    const { accountId, productId, planLineId, ownerId } = plan;
    const [leadId, dealId] = [uuidv7(), uuidv7()];
    const whose = { accountId, productId, planLineId, ownerId, team: 'north' };
    const steps = [
      () =>
        tell('fivepoint.acquisition.lead-captured.v1', {
          ...{ leadId, accountId, planLineId, ownerId, team: 'north' },
          source: 'INBOUND' as never,
        }),
      () => tell('fivepoint.acquisition.lead-classified.v1', { leadId, accountId, scenario: 'PROJECT' }),
      () =>
        tell('fivepoint.acquisition.opportunity-qualified.v1', {
          ...{ leadId, scenario: 'PROJECT', ...whose, expectedAmount: cny('900000.00'), expectedClose: '2026-09-30' },
          ...{ needs: [], contactIds: [] },
        }),
      () =>
        opened(whose, {
          ...{ dealId, leadId, scenario: 'PROJECT', openedOn: '2026-06-15' },
          ...{ amount: cny('900000.00'), expectedClose: '2026-09-30' },
        }),
      () => moved({ dealId, accountId }, 'VERIFY', 'PRE_BID'),
      () => moved({ dealId, accountId }, 'PRE_BID', 'BID'),
      () => moved({ dealId, accountId }, 'BID', 'NEGOTIATE'),
      () => moved({ dealId, accountId }, 'NEGOTIATE', 'SIGNED'),
      () => signed({ ...whose, dealId }, { amount: cny('880000.00'), signedOn: '2026-06-15' }),
    ];
    return { ...plan, leadId, dealId, steps };
  }

  const stageOf = async (planLineId: string) =>
    (
      await at.admin.query<{ planLine: { pipelineStage: string | null } }>(
        'query ($id: UUID!) { planLine(id: $id) { pipelineStage } }',
        { id: planLineId },
      )
    ).planLine.pipelineStage;

  it('takes a lead and its deal for one case, and shows on its plan line how far it has come', async () => {
    const { accountId, planLineId, productId, ownerId, leadId, dealId, steps } = await story();
    expect(await stageOf(planLineId)).toBeNull();
    const stages: (string | null)[] = [];
    for (const step of steps) {
      await step();
      stages.push(await stageOf(planLineId));
    }
    expect(stages).toEqual([
      ...['CAPTURED', 'CLASSIFIED', 'VERIFY', 'VERIFY', 'PRE_BID', 'BID', 'NEGOTIATE', 'SIGNED', 'SIGNED'],
    ]);
    const found = await cases(at.admin, { accountId });
    expect(found).toMatchObject([
      {
        ...{ id: leadId, origin: 'LIVE', stage: 'SIGNED', outcome: 'WON', purchasePattern: 'PROJECT', team: 'north' },
        ...{ openedOn: '2026-06-15', closedOn: '2026-06-15', expectedCloseOn: '2026-09-30' },
        ...{ amount: cny('880000.00'), account: { id: accountId }, product: { id: productId }, owner: { id: ownerId } },
        ...{ planLine: { id: planLineId }, lead: { id: leadId }, deal: { id: dealId } },
      },
    ]);
    const { planLine } = await at.admin.query<{ planLine: Result }>(
      'query ($id: UUID!) { planLine(id: $id) { pipelineCases { totalCount } account { pipelineCases { nodes { id } } } } }',
      { id: planLineId },
    );
    expect(planLine).toEqual({
      pipelineCases: { totalCount: 1 },
      account: { pipelineCases: { nodes: [{ id: leadId }] } },
    });
  });

  it('lists cases, the last that began first, by every condition', async () => {
    const { accountId, planLineId, productId, ownerId, leadId, steps } = await story();
    for (const step of steps) await step();
    const whose = { accountId, ownerId: await makeRep(at.admin, { team: 'south' }), team: 'south' };
    const { data: open } = await opened(whose, { stage: 'PRE_BID', openedOn: '2026-01-05', scenario: 'RECURRING' });
    const { data: gone } = await opened(whose, { openedOn: '2026-02-05' });
    await lost(gone, { lostOn: '2026-03-01' });
    const lead = uuidv7();
    await tell('fivepoint.acquisition.lead-captured.v1', { leadId: lead, accountId, source: 'INBOUND' as never });
    const found = async (filter: object) => (await cases(at.admin, { accountId, ...filter })).map(({ id }) => id);
    const all = await found({});
    expect(all.slice(2)).toEqual([gone.dealId, open.dealId]);
    expect(all.slice(0, 2).sort()).toEqual([leadId, lead].sort());
    expect(await found({ stages: ['PRE_BID', 'SIGNED'] })).toEqual([leadId, open.dealId]);
    expect(await found({ outcomes: ['LOST', 'WON'] })).toEqual([leadId, gone.dealId]);
    expect(await found({ purchasePatterns: ['RECURRING'] })).toEqual([open.dealId]);
    expect(await found({ productId })).toEqual([leadId]);
    expect(await found({ planLineId })).toEqual([leadId]);
    expect(await found({ ownerId })).toEqual([leadId]);
    expect(await found({ team: 'south' })).toEqual([gone.dealId, open.dealId]);
    expect(await found({ hasDeal: false })).toEqual([lead]);
    expect(await found({ closedFrom: '2026-03-02' })).toEqual([leadId]);
    expect(await found({ closedTo: '2026-03-01' })).toEqual([gone.dealId]);
    expect(await found({ closedFrom: '2026-02-28', closedTo: '2026-03-01' })).toEqual([gone.dealId]);
  });

  it('is the same in whatever order the events come, and however often', async () => {
    const orders = [
      [8, 7, 6, 5, 4, 3, 2, 1, 0],
      [4, 8, 3, 0, 7, 2, 6, 1, 5],
    ];
    for (const order of orders) {
      const { accountId, leadId, dealId, steps } = await story();
      for (const place of order) {
        const event = await steps[place]!();
        await at.service.receiveAgain(event);
      }
      const [only, ...others] = await cases(at.admin, { accountId });
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        ...{ id: leadId, stage: 'SIGNED', outcome: 'WON', amount: cny('880000.00'), closedOn: '2026-06-15' },
        ...{ lead: { id: leadId }, deal: { id: dealId } },
      });
      expect((only?.['stages'] as object[]).length).toBe(7);
    }
  });

  it('joins a lead and a deal as soon as one event names both, and then has one case', async () => {
    const { accountId, leadId, dealId, steps } = await story();
    await steps[0]!();
    await steps[4]!();
    expect((await cases(at.admin, { accountId })).map(({ id }) => id).sort()).toEqual([dealId, leadId].sort());
    await steps[3]!();
    expect((await cases(at.admin, { accountId })).map(({ id, stage }) => [id, stage])).toEqual([[leadId, 'PRE_BID']]);
  });

  it('handles the events of a lead and its deal at the same time one after the other', async () => {
    const { accountId, leadId, steps } = await story();
    await Promise.all(steps.map((step) => step()));
    expect((await cases(at.admin, { accountId })).map(({ id, outcome }) => [id, outcome])).toEqual([[leadId, 'WON']]);
  });

  it('forgets given events for a rebuild, derives the case without them, and takes them again', async () => {
    const { accountId, leadId, steps } = await story();
    const events = [];
    for (const step of steps) events.push(await step());
    const contract = events[8]!;
    const before = await cases(at.admin, { accountId });
    const { operators } = at.service.running.messaging;
    const rebuild = { consumer: 'planning.pipeline', scope: { correlationId: contract.correlationId } };
    await operators.clearForReplay(rebuild);
    expect(await cases(at.admin, { accountId })).toMatchObject([
      { id: leadId, outcome: 'WON', amount: cny('900000.00') },
    ]);
    await at.service.receiveAgain(contract);
    expect(await cases(at.admin, { accountId })).toEqual(before);
    await operators.clearForReplay({ consumer: 'planning.pipeline', scope: { key: accountId } });
    expect(await cases(at.admin, { accountId })).toEqual([]);
    // Each topic in its order, and the deal's before the lead's.
    for (const event of [...events.slice(3), ...events.slice(0, 3)]) await at.service.receiveAgain(event);
    expect(await cases(at.admin, { accountId })).toEqual(before);
  });

  it('counts a loss, and recorded history by its two ends', async () => {
    const [accountId, ownerId] = [await makeAccount(at.admin), await makeRep(at.admin)];
    const whose = { accountId, ownerId, team: 'north' };
    const live = (await opened(whose, { stage: 'PRE_BID', openedOn: '2026-05-01' })).data;
    await lost(live, { stage: 'BID', lostOn: '2026-06-09' });
    const past = { origin: 'import' as const };
    const { data } = await opened(
      whose,
      { stage: 'SIGNED', openedOn: '2017-01-05' },
      { ...past, time: '2017-01-05T00:00:00Z' },
    );
    await signed(
      { ...whose, dealId: data.dealId },
      { signedOn: '2017-03-01' },
      { ...past, time: '2017-03-01T00:00:00Z' },
    );
    expect(await cases(at.admin, { accountId })).toMatchObject([
      {
        ...{ origin: 'LIVE', stage: 'BID', outcome: 'LOST', beganOn: '2026-05-01', closedOn: '2026-06-09' },
        stages: [
          { stage: 'PRE_BID', reachedOn: '2026-05-01' },
          { stage: 'BID', reachedOn: null },
        ],
      },
      {
        ...{ origin: 'IMPORTED', stage: 'SIGNED', outcome: 'WON', beganOn: '2017-01-05', closedOn: '2017-03-01' },
        stages: [
          { stage: 'VERIFY', reachedOn: '2017-01-05' },
          { stage: 'SIGNED', reachedOn: '2017-03-01' },
        ],
      },
    ]);
  });

  it('has days of the tenant’s calendar', async () => {
    const tenantId = uuidv7();
    const { data } = await tell(
      'fivepoint.acquisition.lead-captured.v1',
      { leadId: uuidv7(), accountId: null, source: 'INBOUND' as never },
      { tenantId, time: '2026-06-14T23:30:00Z' },
    );
    const { pipelineCase } = await (
      await at.service.as({ tenantId })
    ).query<{ pipelineCase: Result }>('query ($id: UUID!) { pipelineCase(id: $id) { beganOn } }', { id: data.leadId });
    expect(pipelineCase).toEqual({ beganOn: '2026-06-14' });
  });

  it('shows cases as their services do: deals by their roles, owners and teams, leads in the pool to everybody', async () => {
    const accountId = await makeAccount(at.admin);
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const deal = (await opened({ accountId, ownerId, team: 'north' })).data.dealId;
    const owned = uuidv7();
    await tell('fivepoint.acquisition.lead-captured.v1', {
      ...{ leadId: owned, accountId, ownerId, team: 'north', source: 'INBOUND' as never },
    });
    const pooled = uuidv7();
    await tell('fivepoint.acquisition.lead-captured.v1', {
      ...{ leadId: pooled, accountId, source: 'INBOUND' as never },
    });
    const seen = async (person: Parameters<typeof at.service.as>[0]) => {
      const ids = (await cases(await at.service.as(person), { accountId })).map(({ id }) => id);
      return { deal: ids.includes(deal), owned: ids.includes(owned), pooled: ids.includes(pooled) };
    };
    const all = { deal: true, owned: true, pooled: true };
    expect(await seen({ roles: ['EXECUTIVE'] })).toEqual(all);
    expect(await seen({ roles: ['REP'], repId: ownerId })).toEqual(all);
    expect(await seen({ roles: ['MANAGER'], teams: ['north'] })).toEqual(all);
    for (const role of ['FINANCE', 'CSM', 'DELIVERY'])
      expect(await seen({ roles: [role] })).toEqual({ deal: true, owned: false, pooled: true });
    for (const person of [{ roles: ['PRESALES'] }, { roles: ['REP'], repId: uuidv7(), teams: ['south'] }])
      expect(await seen(person)).toEqual({ deal: false, owned: false, pooled: true });
    expect(await seen({ roles: ['PARTNER'], teams: ['north'] })).toEqual({ deal: false, owned: false, pooled: false });
  });

  describe('that has ended', () => {
    /** A company of its own, with six deals won, five lost, and one lead given up. */
    async function history() {
      const tenantId = uuidv7();
      const about = { tenantId };
      const admin = await at.service.as({ tenantId });
      const [east, west] = [await makeAccount(admin), await makeAccount(admin)];
      const [power, cable] = [await makeProduct(admin), await makeProduct(admin)];
      const [li, gao] = [await makeRep(admin, { team: 'north' }), await makeRep(admin, { team: 'south' })];
      const [ofLi, ofGao] = [
        { ownerId: li, team: 'north' },
        { ownerId: gao, team: 'south' },
      ];
      const win = async (whose: object, openedOn: string, signedOn: string, amount: object) => {
        const { data } = await opened(whose as never, { openedOn }, about);
        await signed({ ...(whose as typeof data), dealId: data.dealId }, { signedOn, amount: amount as never }, about);
      };
      const lose = async (whose: object, openedOn: string, lostOn: string) => {
        const { data } = await opened(whose as never, { openedOn }, about);
        await lost(data, { lostOn }, about);
      };
      const usd = (amount: string) => ({ amount, currency: 'USD' });
      await win({ accountId: east, productId: power, ...ofLi }, '2026-01-01', '2026-01-31', cny('300000.01'));
      await win({ accountId: east, productId: power, ...ofLi }, '2026-01-01', '2026-03-02', cny('100000.00'));
      await win({ accountId: west, productId: cable, ...ofGao }, '2026-02-01', '2026-02-08', cny('100000.00'));
      await win({ accountId: west, productId: cable, ...ofGao }, '2026-02-01', '2026-05-01', usd('77.10'));
      await win({ accountId: null, ...ofGao }, '2026-02-01', '2026-02-11', cny('50000.00'));
      await lose({ accountId: east, productId: power, ...ofLi }, '2026-01-01', '2026-01-02');
      await lose({ accountId: west, productId: cable, ...ofGao }, '2026-02-01', '2026-02-04');
      await lose({ accountId: west, productId: cable, ...ofGao }, '2026-02-01', '2026-02-02');
      const leadId = uuidv7();
      const source = 'INBOUND' as never;
      await tell('fivepoint.acquisition.lead-captured.v1', { leadId, accountId: east, source, ...ofLi }, about);
      await tell('fivepoint.acquisition.lead-disqualified.v1', { leadId, accountId: east, reason: 'none' }, about);
      return { tenantId, admin, east, west, power, cable, li, gao };
    }

    const ask = `query ($filter: ClosedDealFilter, $top: Int! = 5) { closedDeals(filter: $filter) {
      winRate { wonCount lostCount basisPoints won { amount currency } }
      byProduct { product { id } winRate { wonCount lostCount basisPoints won { amount currency } } }
      byOwner { owner { id } winRate { wonCount lostCount basisPoints } }
      cycle { closedCount totalDays meanDays medianDays }
      concentration(top: $top) { won { amount currency } accountCount herfindahl withoutAccount { amount }
        top { account { id } won { amount } wonCount basisPoints } } } }`;
    const closedDeals = async (graph: Graph, filter?: object, top = 5) =>
      (await graph.query<{ closedDeals: Result }>(ask, { filter, top })).closedDeals;

    it('gives win rates by product and owner, the cycle, and how much hangs on few accounts', async () => {
      const { admin, east, west, power, cable, li, gao } = await history();
      const told = await closedDeals(admin);
      const usd = { amount: '77.10', currency: 'USD' };
      expect(told['winRate']).toEqual({
        ...{ wonCount: 5, lostCount: 3, basisPoints: 6250 },
        won: [cny('550000.01'), usd],
      });
      expect(told['byProduct']).toEqual(
        [
          {
            product: { id: power },
            winRate: { wonCount: 2, lostCount: 1, basisPoints: 6667, won: [cny('400000.01')] },
          },
          {
            product: { id: cable },
            winRate: { wonCount: 2, lostCount: 2, basisPoints: 5000, won: [cny('100000.00'), usd] },
          },
          { product: null, winRate: { wonCount: 1, lostCount: 0, basisPoints: 10_000, won: [cny('50000.00')] } },
        ].sort((a, b) => ((a.product?.id ?? '~') < (b.product?.id ?? '~') ? -1 : 1)),
      );
      expect(told['byOwner']).toEqual(
        [
          { owner: { id: li }, winRate: { wonCount: 2, lostCount: 1, basisPoints: 6667 } },
          { owner: { id: gao }, winRate: { wonCount: 3, lostCount: 2, basisPoints: 6000 } },
        ].sort((a, b) => (a.owner.id < b.owner.id ? -1 : 1)),
      );
      // 30, 60, 7, 89, 10, 1, 3 and 1 days.
      expect(told['cycle']).toEqual({ closedCount: 8, totalDays: 201, meanDays: '25.1250', medianDays: '8.5' });
      expect(told['concentration']).toEqual([
        {
          won: cny('500000.01'),
          ...{ accountCount: 2, herfindahl: '0.6800', withoutAccount: { amount: '50000.00' } },
          top: [
            { account: { id: east }, won: { amount: '400000.01' }, wonCount: 2, basisPoints: 8000 },
            { account: { id: west }, won: { amount: '100000.00' }, wonCount: 1, basisPoints: 2000 },
          ],
        },
        {
          won: usd,
          ...{ accountCount: 1, herfindahl: '1.0000', withoutAccount: { amount: '0.00' } },
          top: [{ account: { id: west }, won: { amount: '77.10' }, wonCount: 1, basisPoints: 10_000 }],
        },
      ]);
      expect((await closedDeals(admin, {}, 1))['concentration']).toMatchObject([{ top: [{}] }, { top: [{}] }]);
    });

    it('is narrowed by every condition, and none of none is null', async () => {
      const { admin, east, power, gao } = await history();
      const rate = async (filter: object) => (await closedDeals(admin, filter))['winRate'] as Result;
      expect(await rate({ closedFrom: '2026-02-04', closedTo: '2026-03-02' })).toMatchObject({
        wonCount: 3,
        lostCount: 1,
      });
      expect(await rate({ productId: power })).toMatchObject({ wonCount: 2, lostCount: 1 });
      expect(await rate({ accountId: east })).toMatchObject({ wonCount: 2, lostCount: 1 });
      expect(await rate({ ownerId: gao })).toMatchObject({ wonCount: 3, lostCount: 2 });
      expect(await rate({ team: 'north' })).toMatchObject({ wonCount: 2, lostCount: 1 });
      expect(await rate({ purchasePatterns: ['PROJECT'] })).toEqual({
        wonCount: 0,
        lostCount: 0,
        basisPoints: null,
        won: [],
      });
      expect(await closedDeals(admin, { closedFrom: '2027-01-01' })).toMatchObject({
        cycle: { closedCount: 0, totalDays: 0, meanDays: null, medianDays: null },
        ...{ byProduct: [], byOwner: [], concentration: [] },
      });
      await expect(rate({ closedFrom: '2026-02-04', closedTo: '2026-02-03' })).rejects.toThrow('closedTo');
    });

    it('counts what the viewer sees, so that no sum tells of a single deal of others', async () => {
      const { tenantId, li } = await history();
      const seen = async (person: object) =>
        (await closedDeals(await at.service.as({ tenantId, ...person })))['winRate'] as Result;
      const all = { wonCount: 5, lostCount: 3 };
      const own = { wonCount: 2, lostCount: 1, won: [cny('400000.01')] };
      for (const role of ['EXECUTIVE', 'FINANCE', 'CSM', 'DELIVERY'])
        expect(await seen({ roles: [role] })).toMatchObject(all);
      expect(await seen({ roles: ['REP'], repId: li })).toMatchObject(own);
      expect(await seen({ roles: ['MANAGER'], teams: ['north'] })).toMatchObject(own);
      for (const person of [
        { roles: ['REP'], teams: ['west'] },
        { roles: ['PRESALES'] },
        { roles: ['PARTNER'], teams: ['north'] },
      ])
        expect(await seen(person)).toEqual({ wonCount: 0, lostCount: 0, basisPoints: null, won: [] });
    });
  });
});
