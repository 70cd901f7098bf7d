import { uuidv7 } from '@fivepoint/kernel';
import { cny, connected, exampleOf, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makeRep, makePlay } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('the strategy and the cadence of an account (P16, P19)', () => {
  const at = house();
  let driver: string;
  beforeAll(async () => {
    await registerTenantOf(at.service);
    driver = await makeDriver(at.admin);
  });

  /** 700 × .5 × ¥40,000 × 30 % is ¥4,200,000: TRACTION, to be met each 14 days. */
  const traction = async (over: object = {}) => {
    const accountId = await makeAccount(at.admin, over);
    const measure = { quantity: '700', intensity: '0.5', unitPrice: cny('40000.00'), source: '年报' };
    await made(at.admin, 'recordDriverMeasure', { accountId, demandDriverId: driver, ...measure });
    return accountId;
  };
  const ofAccount = async (id: string, field: string) => {
    const { account } = await at.admin.query<{ account: Record<string, Result> }>(
      `query ($id: UUID!) { account(id: $id) { ${field} } }`,
      { id },
    );
    return Object.values(account)[0];
  };
  const cadenceOf = (id: string) =>
    ofAccount(
      id,
      'contactCadence { cadenceDays dueOn overdueDays lastTouch { service kind outcome touchedOn rep { id } contacts { id } } }',
    );

  type Owner = 'planning' | 'acquisition' | 'deal' | 'receivables' | 'customer-success';
  const tell = async (owner: Owner, accountId: string, touchedOn: string, over: object = {}, about: object = {}) => {
    const type = `fivepoint.${owner}.touch-recorded.v1` as const;
    const { repId: _, ...example } = exampleOf(type);
    const data = { ...example, touchId: uuidv7(), accountId, contactIds: [], touchedOn, outcome: 'NEUTRAL' as const };
    return at.service.receive(type, { ...data, ...over }, { subject: data.touchId, ...about });
  };
  const listed = async (filter: object, graph: Pick<GraphClient, 'query'> = at.admin) => {
    const { contactCadences } = await graph.query<{ contactCadences: { totalCount: number; nodes: Result[] } }>(
      'query ($filter: ContactCadenceFilter) { contactCadences(filter: $filter, first: 100) { totalCount nodes { id account { id } } } }',
      { filter },
    );
    expect(contactCadences.totalCount).toBe(contactCadences.nodes.length);
    return contactCadences.nodes.map(({ id }) => id);
  };

  it('is the strategy of class and stage together, with the own effort where there is one', async () => {
    const fields = 'class stage purpose cadenceDays effortHours ownEffort tactics stagePurpose stageTactics';
    const accountId = await traction();
    expect(await ofAccount(accountId, `strategy { ${fields} }`)).toEqual({
      ...{ class: 'TRACTION', stage: 'EXPLORATION', purpose: '把有需求的客户牵引过来' },
      ...{ cadenceDays: 14, effortHours: 24, ownEffort: false },
      tactics: '补齐决策链关键人,标杆样品与示范项目,入围与标前引导',
      ...{ stagePurpose: '建立第一次信任', stageTactics: '弄清驱动因素与决策链,以小额首单证明能力' },
    });
    await made(at.admin, 'positionAccount', { accountId, effortHours: 9 });
    expect(await ofAccount(accountId, 'strategy { effortHours ownEffort }')).toEqual({
      effortHours: 9,
      ownEffort: true,
    });
    expect(await ofAccount(await makeAccount(at.admin), `strategy { ${fields} }`)).toMatchObject({
      ...{ class: null, stage: 'EXPLORATION', purpose: null, cadenceDays: null, effortHours: null, ownEffort: false },
      ...{ tactics: null, stagePurpose: '建立第一次信任' },
    });
    const plays = async (id: string) => (await ofAccount(id, 'strategy { plays { id } }')) as unknown;
    expect(await plays(await makeAccount(at.admin))).toEqual({ plays: [] });
    expect(await plays(accountId)).toEqual({ plays: [] });
    const playId = await makePlay(at.admin);
    await made(at.admin, 'adoptClassStrategy', {
      ...{ class: 'TRACTION', purpose: '把有需求的客户牵引过来', cadenceDays: 14, effortHours: 24 },
      ...{ tactics: '补齐决策链关键人,标杆样品与示范项目,入围与标前引导', playIds: [playId] },
    });
    expect(await plays(accountId)).toEqual({ plays: [{ id: playId }] });
  });

  it('counts from the day of registration while nobody was met, and never without a class', async () => {
    expect(await cadenceOf(await makeAccount(at.admin))).toEqual({
      ...{ cadenceDays: null, dueOn: null, overdueDays: null, lastTouch: null },
    });
    const accountId = await traction();
    const due = { cadenceDays: 14, dueOn: '2026-06-29', lastTouch: null };
    expect(await cadenceOf(accountId)).toEqual({ ...due, overdueDays: 0 });
    at.today = '2026-06-29';
    expect(await cadenceOf(accountId)).toEqual({ ...due, overdueDays: 0 });
    at.today = '2026-06-30';
    expect(await cadenceOf(accountId)).toEqual({ ...due, overdueDays: 1 });
    at.today = '2026-06-15';
  });

  it('goes by the last contact that any service told of, in whatever order they come', async () => {
    const accountId = await traction();
    await tell('deal', accountId, '2026-06-01');
    await tell('acquisition', accountId, '2026-04-01');
    await tell('receivables', accountId, '2026-05-06');
    expect(await cadenceOf(accountId)).toMatchObject({
      ...{ dueOn: '2026-06-15', overdueDays: 0, lastTouch: { service: 'deal', touchedOn: '2026-06-01', rep: null } },
    });
    // Nobody was reached: the cadence goes on.
    await tell('customer-success', accountId, '2026-06-10', { outcome: 'NOT_REACHED' });
    expect(await cadenceOf(accountId)).toMatchObject({ dueOn: '2026-06-15', lastTouch: { service: 'deal' } });
    await tell('customer-success', accountId, '2026-06-12');
    expect(await cadenceOf(accountId)).toMatchObject({
      dueOn: '2026-06-26',
      lastTouch: { service: 'customer-success' },
    });
    const input = { accountId, kind: 'CALL', outcome: 'NEUTRAL', touchedOn: '2026-06-14' };
    const id = await made(at.admin, 'recordTouch', input);
    // Planning hears what it tells of an account by the way on which it hears the others; the spec brings it.
    const own = [
      ...(await at.service.published('fivepoint.planning.account-registered.v1')),
      ...(await at.service.published('fivepoint.planning.account-classified.v1')),
      ...(await at.service.published('fivepoint.planning.touch-recorded.v1')),
    ].filter(({ key }) => key === accountId);
    for (const event of own.sort((a, b) => a.sequence - b.sequence)) await at.service.receiveAgain(event);
    expect(own.at(-1)?.subject).toBe(id);
    expect(await cadenceOf(accountId)).toMatchObject({
      ...{ dueOn: '2026-06-28', lastTouch: { service: 'planning', kind: 'CALL', touchedOn: '2026-06-14' } },
    });
    expect(await at.service.parked()).toEqual([]);
  });

  it('goes by no contact of a day that has not come, which counts from then on', async () => {
    const accountId = await traction();
    await tell('deal', accountId, '2026-05-20');
    await tell('receivables', accountId, '2027-03-01');
    const late = { dueOn: '2026-06-03', overdueDays: 12, lastTouch: { service: 'deal', touchedOn: '2026-05-20' } };
    expect(await cadenceOf(accountId)).toMatchObject(late);
    expect(await listed({ accountId, isOverdue: true })).toEqual([accountId]);
    at.today = '2027-03-01';
    expect(await cadenceOf(accountId)).toMatchObject({ dueOn: '2027-03-15', lastTouch: { service: 'receivables' } });
    at.today = '2026-06-15';
  });

  it('can be built anew: of the given events, and no others', async () => {
    const accountId = await traction();
    const correlationId = uuidv7();
    await tell('receivables', accountId, '2026-05-01');
    const cleared = await tell('deal', accountId, '2026-06-01', {}, { correlationId });
    const { operators } = at.service.running.messaging;
    await operators.clearForReplay({ consumer: 'planning.touches', scope: { correlationId } });
    expect(await cadenceOf(accountId)).toMatchObject({ lastTouch: { service: 'receivables' } });
    await at.service.receiveAgain(cleared);
    expect(await cadenceOf(accountId)).toMatchObject({ lastTouch: { service: 'deal' } });
  });

  it('lists whose cadence is broken, by owner, team, account and class, the one due first at the top', async () => {
    const ownerId = await makeRep(at.admin, { team: 'cadence' });
    const [late, later, fine, never] = [
      await traction({ ownerId }),
      await traction({ ownerId }),
      await traction({ ownerId }),
      await makeAccount(at.admin, { ownerId }),
    ];
    await tell('deal', late, '2026-05-31');
    await tell('deal', later, '2026-05-01');
    await tell('deal', fine, '2026-06-01');
    expect(await listed({ team: 'cadence' })).toEqual([later, late, fine, never]);
    expect(await listed({ ownerId, isOverdue: true })).toEqual([later, late]);
    expect(await listed({ ownerId, isOverdue: false })).toEqual([fine, never]);
    expect(await listed({ ownerId, leastOverdueDays: 1 })).toEqual([later, late]);
    expect(await listed({ ownerId, leastOverdueDays: 31 })).toEqual([later]);
    expect(await listed({ ownerId, leastOverdueDays: 32 })).toEqual([]);
    expect(await listed({ accountId: late })).toEqual([late]);
    expect(await listed({ ownerId, classes: ['TRACTION'] })).toEqual([later, late, fine]);
    expect(await listed({}, await at.repAs(ownerId))).toEqual([later, late, fine, never]);
    const stranger = await at.repAs(uuidv7(), ['south']);
    expect(await listed({ ownerId }, stranger)).toEqual([]);
    const one = 'query ($id: UUID!) { contactCadence(id: $id) { id overdueDays } }';
    expect(await stranger.query(one, { id: late })).toEqual({ contactCadence: null });
    expect(await at.admin.query(one, { id: late })).toEqual({ contactCadence: { id: late, overdueDays: 1 } });
    // The cadence of another day, by the rules of that day.
    await made(at.admin, 'adoptClassStrategy', {
      ...{
        class: 'TRACTION',
        purpose: '牵引',
        cadenceDays: 13,
        effortHours: 24,
        tactics: '拜访',
        effectiveOn: '2026-06-15',
      },
    });
    expect(await listed({ ownerId, isOverdue: true })).toEqual([later, late, fine]);
  });

  it('goes by the day of the tenant, which may be another one than elsewhere', async () => {
    const tenantId = uuidv7();
    const [accountId, strategyId] = [uuidv7(), uuidv7()];
    await connected(at.service.superuserUrl, async (client) => {
      await client.query(
        `insert into tenant (tenant_id, id, name, time_zone, currency, created_at)
         values ($1, $1, 'x', 'America/Los_Angeles', 'USD', now())`,
        [tenantId],
      );
      await client.query(
        `insert into account (tenant_id, id, version, created_at, correlation_id, origin, name, level, class)
         values ($1, $2, 1, '2026-06-05T04:00:00Z', $2, 'LIVE', '江苏电信', 'PROVINCE', 'CORE')`,
        [tenantId, accountId],
      );
      await client.query(
        `insert into class_strategy (tenant_id, id, version, created_at, correlation_id, origin, effective_on, class, purpose, cadence_days, effort_hours, tactics)
         values ($1, $2, 1, now(), $2, 'LIVE', '1900-01-01', 'CORE', 'x', 10, 1, 'x')`,
        [tenantId, strategyId],
      );
    });
    // Registered on 4 June over there, where it is still 14 June at 04:00 in UTC.
    const there = await at.service.as({ tenantId });
    const ask = 'query ($id: UUID!) { contactCadence(id: $id) { dueOn overdueDays } }';
    expect(await there.query(ask, { id: accountId })).toEqual({
      contactCadence: { dueOn: '2026-06-14', overdueDays: 0 },
    });
    at.today = '2026-06-16';
    expect(await there.query(ask, { id: accountId })).toEqual({
      contactCadence: { dueOn: '2026-06-14', overdueDays: 1 },
    });
    at.today = '2026-06-15';
  });
});
