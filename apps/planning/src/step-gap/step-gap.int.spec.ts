import type { EventMap } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { connected, exampleOf, type GraphClient } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeRep, makeStepTemplate } from '../spec/house';

type StepChanged = EventMap['fivepoint.deal.step-changed.v1'];
type Owner = 'planning' | 'acquisition' | 'deal' | 'receivables' | 'customer-success';

interface Gap {
  id: string;
  service: string;
  point: string;
  lateDays: number;
}

describe('the list of gaps (X11): what is late and not done in all five services', () => {
  const at = house();
  const read = `query ($filter: StepGapFilter) { stepGaps(filter: $filter, first: 100) { totalCount nodes { id service point lateDays } } }`;
  async function gaps(filter: object, graph: Pick<GraphClient, 'query'> = at.admin): Promise<Gap[]> {
    const { stepGaps } = await graph.query<{ stepGaps: { totalCount: number; nodes: Gap[] } }>(read, { filter });
    expect(stepGaps.totalCount).toBe(stepGaps.nodes.length);
    return stepGaps.nodes;
  }
  const idsOf = async (filter: object, graph?: Pick<GraphClient, 'query'>) =>
    (await gaps(filter, graph)).map(({ id }) => id);

  /** A step of a service, late since 2026-05-31 unless said otherwise. */
  const tell = async (owner: Owner, over: Partial<StepChanged>, about: object = {}) => {
    const type = `fivepoint.${owner}.step-changed.v1` as const;
    const { planLineId: _, ...example } = exampleOf(type);
    const data = { ...example, stepId: uuidv7(), accountId: uuidv7(), dueOn: '2026-05-31', ...over };
    const event = await at.service.receive(type, data, { subject: data.stepId, ...about });
    return { event, stepId: data.stepId };
  };

  /** Planning hears what it tells of an account by the way on which it hears the others; the spec brings it. */
  async function hearOwn(accountId: string): Promise<void> {
    const own = [
      ...(await at.service.published('fivepoint.planning.account-registered.v1')),
      ...(await at.service.published('fivepoint.planning.step-changed.v1')),
    ].filter(({ key }) => key === accountId);
    for (const event of own.sort((a, b) => a.sequence - b.sequence)) await at.service.receiveAgain(event);
  }

  it('has planning’s own a moment after they change, and the others’ alike, the latest first', async () => {
    const ownerId = await makeRep(at.admin);
    const accountId = await makeAccount(at.admin, { ownerId });
    const stepTemplateId = await makeStepTemplate(at.admin, {
      requiredInputs: [],
      requiredOutputs: [],
      leastDegree: 0,
    });
    const days = { plannedOn: '2026-06-01', dueOn: '2026-06-12' };
    const own = await made(at.admin, 'planStep', { stepTemplateId, accountId, ...days });
    const told: string[] = [];
    for (const [index, owner] of (['acquisition', 'deal', 'receivables', 'customer-success'] as const).entries())
      told.push((await tell(owner, { accountId, dueOn: `2026-06-0${index + 1}` })).stepId);
    await hearOwn(accountId);
    expect(await gaps({ accountId })).toEqual([
      { id: told[0], service: 'acquisition', point: 'ACQUIRE', lateDays: 14 },
      { id: told[1], service: 'deal', point: 'WIN', lateDays: 13 },
      { id: told[2], service: 'receivables', point: 'COLLECT', lateDays: 12 },
      { id: told[3], service: 'customer-success', point: 'RENEW', lateDays: 11 },
      { id: own, service: 'planning', point: 'PLAN', lateDays: 3 },
    ]);
    await made(at.admin, 'startStep', { stepId: own });
    await made(at.admin, 'completeStep', { stepId: own });
    await hearOwn(accountId);
    expect(await idsOf({ accountId })).toEqual(told);
    expect(await at.service.parked()).toEqual([]);
  });

  it('has what is required, not done and past its due day: not on that day, but on the next', async () => {
    const accountId = uuidv7();
    const { stepId } = await tell('deal', { accountId, dueOn: '2026-06-15' });
    for (const over of [
      { required: false },
      { done: true, status: 'DONE' },
      { done: true, status: 'CANCELLED' },
    ] as const)
      await tell('deal', { accountId, ...over });
    expect(await gaps({ accountId })).toEqual([]);
    at.today = '2026-06-16';
    expect(await gaps({ accountId })).toMatchObject([{ id: stepId, lateDays: 1 }]);
    const one = 'query ($id: UUID!) { stepGap(id: $id) { id lateDays } }';
    expect(await at.admin.query(one, { id: stepId })).toEqual({ stepGap: { id: stepId, lateDays: 1 } });
    at.today = '2026-06-15';
    expect(await at.admin.query(one, { id: stepId })).toEqual({ stepGap: null });
  });

  it('goes by the day of the tenant, which may be another one than elsewhere', async () => {
    const tenantId = uuidv7();
    await connected(at.service.superuserUrl, (client) =>
      client.query(
        `insert into tenant (tenant_id, id, name, time_zone, currency, created_at)
         values ($1, $1, 'x', 'America/Los_Angeles', 'USD', now())`,
        [tenantId],
      ),
    );
    // At 04:00 in UTC it is still 14 June in Los Angeles, and 15 June in a company that has not said its zone.
    const due = { dueOn: '2026-06-14' };
    const theirs = await tell('deal', due, { tenantId });
    const ours = await tell('deal', due);
    const there = await at.service.as({ tenantId });
    expect(await idsOf({}, there)).toEqual([]);
    expect(await idsOf({})).toContain(ours.stepId);
    at.today = '2026-06-16';
    expect(await gaps({}, there)).toMatchObject([{ id: theirs.stepId, lateDays: 1 }]);
  });

  it('is narrowed by point, service, account, plan line, owner, team and how late it is', async () => {
    const [ownerId, accountId, planLineId] = [uuidv7(), uuidv7(), uuidv7()];
    const [a, b, c] = [
      await tell('acquisition', { ownerId, team: 'east', accountId, dueOn: '2026-06-08' }),
      await tell('deal', { ownerId, team: 'west', planLineId, dueOn: '2026-06-07' }),
      await tell('deal', { ownerId, team: 'west', dueOn: '2026-06-06' }),
    ].map(({ stepId }) => stepId);
    expect(await idsOf({ ownerId })).toEqual([c, b, a]);
    expect(await idsOf({ ownerId, points: ['ACQUIRE'] })).toEqual([a]);
    expect(await idsOf({ ownerId, points: [] })).toEqual([]);
    expect(await idsOf({ ownerId, services: ['deal'] })).toEqual([c, b]);
    expect(await idsOf({ ownerId, accountId })).toEqual([a]);
    expect(await idsOf({ ownerId, planLineId })).toEqual([b]);
    expect(await idsOf({ ownerId, team: 'west' })).toEqual([c, b]);
    expect(await idsOf({ ownerId, leastLateDays: 7 })).toEqual([c, b, a]);
    expect(await idsOf({ ownerId, leastLateDays: 8 })).toEqual([c, b]);
    expect(await idsOf({ ownerId, leastLateDays: 9 })).toEqual([c]);
    expect(await idsOf({ ownerId, leastLateDays: 10 })).toEqual([]);
  });

  it('asks for no gap that is not late', async () => {
    for (const leastLateDays of [0, -1])
      expect((await at.admin.raw(read, { filter: { leastLateDays } })).errors).toMatchObject([
        { message: expect.stringContaining('leastLateDays: must be from 1 to 36500') as string },
      ]);
  });

  it('believes the last word on a step, in whatever order words come', async () => {
    const accountId = uuidv7();
    const stepId = uuidv7();
    const early = await tell('deal', { stepId, accountId }, { time: '2026-06-01T08:00:00.000Z' });
    await tell('deal', { stepId, accountId, done: true, status: 'DONE' }, { time: '2026-06-01T07:59:59.000Z' });
    // The second is the later of the two, though its command had looked at the clock before it had to wait.
    expect(await idsOf({ accountId })).toEqual([]);
    await at.service.receiveAgain(early.event);
    expect(await idsOf({ accountId })).toEqual([]);

    // A lead that finds its account goes on under another key, where only the time tells.
    const lead = uuidv7();
    await tell('acquisition', { stepId: lead, accountId }, { time: '2026-06-03T08:00:00.000Z' });
    await tell('acquisition', { stepId: lead, accountId: null }, { time: '2026-06-02T08:00:00.000Z' });
    expect(await idsOf({ accountId })).toEqual([lead]);
  });

  it('opens nothing for recorded history', async () => {
    const accountId = uuidv7();
    await tell('deal', { accountId }, { origin: 'import', time: '2026-01-01T00:00:00.000Z' });
    expect(await gaps({ accountId })).toEqual([]);
  });

  it('can be built anew: of the given events, and no others', async () => {
    const accountId = uuidv7();
    const correlationId = uuidv7();
    const cleared = await tell('deal', { accountId }, { correlationId });
    const kept = await tell('receivables', { accountId });
    const { operators } = at.service.running.messaging;
    await operators.clearForReplay({ consumer: 'planning.steps', scope: { correlationId } });
    expect(await idsOf({ accountId })).toEqual([kept.stepId]);
    await at.service.receiveAgain(cleared.event);
    expect((await idsOf({ accountId })).sort()).toEqual([cleared.stepId, kept.stepId].sort());
  });

  it('is seen by owner and team, and by who sees all of the service that told of it', async () => {
    const [ownerId, accountId] = [uuidv7(), uuidv7()];
    const whose = { ownerId, team: 'east', accountId };
    const ids: Record<string, string> = {};
    for (const owner of ['planning', 'acquisition', 'deal', 'receivables', 'customer-success'] as const)
      ids[owner] = (await tell(owner, whose)).stepId;
    const sees = async (person: Parameters<typeof at.service.as>[0]) =>
      (await gaps({ accountId }, await at.service.as(person))).map(({ service }) => service).sort();
    const all = ['acquisition', 'customer-success', 'deal', 'planning', 'receivables'];
    for (const person of [
      { roles: ['ADMIN' as const] },
      { roles: ['EXECUTIVE' as const] },
      { roles: ['REP' as const], repId: ownerId, teams: [] },
      { roles: ['MANAGER' as const], teams: ['east'] },
    ])
      expect(await sees(person)).toEqual(all);
    expect(await sees({ roles: ['FINANCE'] })).toEqual(['deal', 'planning', 'receivables']);
    expect(await sees({ roles: ['CSM'] })).toEqual(['customer-success', 'deal', 'planning']);
    expect(await sees({ roles: ['PRESALES'] })).toEqual(['planning']);
    expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['west'] })).toEqual([]);
    expect(await sees({ roles: ['PARTNER'], repId: ownerId, teams: ['east'] })).toEqual([]);
    expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toEqual([]);
    const stranger = await at.repAs(uuidv7(), ['west']);
    expect(await stranger.query('query ($id: UUID!) { stepGap(id: $id) { id } }', { id: ids['deal'] })).toEqual({
      stepGap: null,
    });
  });

  describe('is counted', () => {
    const count = `query ($filter: StepGapFilter) { stepGapTotals(filter: $filter) { gapCount
      points { point gapCount earliestDueOn } owners { gapCount owner { id } } accounts { gapCount earliestDueOn account { id } } } }`;

    it('by point in the order of the lifecycle, by owner and by account, most of them first', async () => {
      const team = `team ${uuidv7()}`;
      const [lin, gao] = [await makeRep(at.admin, { team }), await makeRep(at.admin, { team })];
      const [one, other] = [await makeAccount(at.admin), await makeAccount(at.admin)];
      await tell('deal', { team, ownerId: gao, accountId: one, dueOn: '2026-06-02' });
      await tell('receivables', { team, ownerId: gao, accountId: other, dueOn: '2026-06-03' });
      await tell('acquisition', { team, ownerId: gao, accountId: null, dueOn: '2026-06-04' });
      await tell('deal', { team, ownerId: lin, accountId: other, dueOn: '2026-06-01' });
      await tell('deal', { team, ownerId: lin, accountId: other, dueOn: '2026-06-15' });
      const { stepGapTotals } = await at.admin.query<{ stepGapTotals: object }>(count, { filter: { team } });
      expect(stepGapTotals).toEqual({
        gapCount: 4,
        points: [
          { point: 'ACQUIRE', gapCount: 1, earliestDueOn: '2026-06-04' },
          { point: 'WIN', gapCount: 2, earliestDueOn: '2026-06-01' },
          { point: 'COLLECT', gapCount: 1, earliestDueOn: '2026-06-03' },
        ],
        owners: [
          { gapCount: 3, owner: { id: gao } },
          { gapCount: 1, owner: { id: lin } },
        ],
        accounts: [
          { gapCount: 2, earliestDueOn: '2026-06-01', account: { id: other } },
          { gapCount: 1, earliestDueOn: '2026-06-02', account: { id: one } },
        ],
      });
      expect(
        await at.admin.query(count, { filter: { team, leastLateDays: 12, points: ['WIN', 'COLLECT'] } }),
      ).toMatchObject({ stepGapTotals: { gapCount: 3 } });
      for (const graph of [at.manager, await at.service.as({ tenantId: uuidv7() })])
        expect(await graph.query(count, { filter: { team } })).toMatchObject({
          stepGapTotals: { gapCount: 0, points: [], owners: [], accounts: [] },
        });
    });
  });

  it('hangs on its account, for several accounts at once', async () => {
    const { accountId, planLineId } = await makePlan(at.admin);
    const other = await makeAccount(at.admin);
    const { stepId } = await tell('deal', { accountId, planLineId });
    const read2 = `query ($one: UUID!, $other: UUID!) {
      one: account(id: $one) { gaps { totalCount nodes { id account { id } planLine { id } } } }
      other: account(id: $other) { gaps { totalCount nodes { id } } } }`;
    expect(await at.admin.query(read2, { one: accountId, other })).toEqual({
      one: {
        gaps: { totalCount: 1, nodes: [{ id: stepId, account: { id: accountId }, planLine: { id: planLineId } }] },
      },
      other: { gaps: { totalCount: 0, nodes: [] } },
    });
  });

  it('is read along an index, however many steps are done', async () => {
    const plan = await connected(at.service.superuserUrl, async (client) => {
      await client.query('set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select e.id from step_gap e where e.tenant_id = '01998f00-0000-7000-8000-000000000001'
         and (e.required and not e.done and e.due_on < '2026-06-15') order by e.due_on, e.id limit 20`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('step_gap_late');
    expect(plan).not.toContain('Sort');
  });
});
