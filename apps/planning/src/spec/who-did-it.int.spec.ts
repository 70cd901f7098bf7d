import { migrate } from '@fivepoint/service';
import { cny, type Result } from '@fivepoint/testing';
import { DataSource } from 'typeorm';
import { planning } from '../service';
import { house, made, makeAccount, makeProduct, makeRep, mutations, run } from './house';
import { planInForce, type RepAtWork } from './rebalancing';
import { registerTenantOf } from './registered';

const million = 100_000_000n;
/** The second cannot reach the target, the first can take some of it. */
const reps: RepAtWork[] = [
  { target: 5n * million, actual: 4n * million, capacity: 3n * million },
  { target: 3n * million, capacity: 1n * million },
];

/** The steps of a version, and the Rep and the user id of each. */
const people = ['author', 'submitter', 'returner', 'approver', 'closer']
  .map((role) => `${role} { id } ${role}UserId`)
  .join(' ');

describe('who did it, where that is no rep (X13)', () => {
  const at = house();
  let planId: string;
  let rebalancingIds: string[];
  let overrideId: string;
  let selectionId: string;
  let repId: string;

  /** An executive of that name, without a rep, unless the token names one. */
  const by = (userId: string, person: object = {}) => at.service.as({ roles: ['EXECUTIVE'], userId, ...person });
  const does = async (userId: string, mutation: keyof typeof mutations, input: object) =>
    made(await by(userId), mutation, input);

  beforeAll(async () => {
    await registerTenantOf(at.service);
    repId = await makeRep(at.admin);
    await decideAboutAPlan();
    await decideAboutRebalancings();
    await decideAboutRules();
  });

  async function decideAboutAPlan(): Promise<void> {
    const period = { startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY' };
    planId = await does('wang', 'createPlan', { name: '年度作战计划', ...period, team: 'north' });
    const place = { accountId: await makeAccount(at.admin), productId: await makeProduct(at.admin), ownerId: repId };
    await made(at.admin, 'addPlanLine', { planId, ...place, target: cny('100.00'), floor: cny('0') });
    await does('sun', 'submitPlan', { planId });
    at.today = '2026-06-16';
    await does('zhao', 'returnPlan', { planId, reason: '请重排' });
    at.today = '2026-06-17';
    await does('qian', 'submitPlan', { planId });
    await does('li', 'approvePlan', { planId });
    await does('zhou', 'revisePlan', { planId, reason: '追加预算' });
    await does('wu', 'discardRevision', { planId, reason: '预算未批' });
    await does('zheng', 'revisePlan', { planId, reason: '再次追加' });
    await does('feng', 'submitPlan', { planId });
    at.today = '2026-06-18';
    await made(await by('chen', { repId }), 'approvePlan', { planId });
    at.today = '2026-06-19';
    await does('chu', 'closePlan', { planId });
  }

  async function decideAboutRebalancings(): Promise<void> {
    at.today = '2026-06-15';
    const inForce = (await planInForce(at, reps)).planId;
    const admin = (userId: string) => by(userId, { roles: ['ADMIN'] });
    const proposal = { planId: inForce, reason: '上半年预算推迟' };
    const rejected = await made(await admin('wei'), 'proposeRebalancing', proposal);
    await made(await admin('jiang'), 'rejectRebalancing', { rebalancingId: rejected, reason: '不同意' });
    const approved = await made(await admin('shen'), 'proposeRebalancing', proposal);
    const helper = await makeRep(at.admin);
    const donor = await donorOf(approved);
    await made(await admin('han'), 'approveRebalancing', {
      rebalancingId: approved,
      supports: [{ repId: donor, ownerId: helper }],
    });
    rebalancingIds = [rejected, approved];
    await does('yang', 'completeSupportAction', { supportActionId: await supportOf(approved), outcome: '已转介' });
  }

  async function donorOf(id: string): Promise<string | undefined> {
    const { rebalancing } = await at.admin.query<{
      rebalancing: { targets: { nodes: { role: string; rep: { id: string } }[] } };
    }>('query ($id: UUID!) { rebalancing(id: $id) { targets { nodes { role rep { id } } } } }', { id });
    return rebalancing.targets.nodes.find(({ role }) => role === 'DONOR')?.rep.id;
  }

  async function supportOf(id: string): Promise<string> {
    const { rebalancing } = await at.admin.query<{ rebalancing: { supportActions: { nodes: { id: string }[] } } }>(
      'query ($id: UUID!) { rebalancing(id: $id) { supportActions { nodes { id } } } }',
      { id },
    );
    const [action] = rebalancing.supportActions.nodes;
    await does('zhu', 'startSupportAction', { supportActionId: action?.id });
    return action?.id ?? '';
  }

  async function decideAboutRules(): Promise<void> {
    const accountId = await makeAccount(at.admin);
    const override = { accountId, reason: '合同已口头确认', expiresOn: '2026-12-31' };
    overrideId = await does('qin', 'overrideStage', { ...override, stage: 'MATURITY' });
    await does('you', 'endRelationshipOverride', { relationshipOverrideId: overrideId });
    selectionId = await does('xu', 'selectAccount', { accountId, planId, reason: '省内最大' });
    await does('he', 'changePlanRules', { mostRehearsalCount: 11 });
    await does('lv', 'changePlanRules', { mostRehearsalCount: 12 });
    const cells = [true, false].flatMap((highPotential) =>
      [true, false].map((highRelationship) => ({ highPotential, highRelationship, class: 'CORE' })),
    );
    const words = { purpose: '守住份额', tactics: '高层互访' };
    const stages = [{ stage: 'VERIFY', name: '验证商机', conversionBasisPoints: 5_000 }];
    await does('shi', 'defineFunnel', { purchasePattern: 'PROJECT', stages });
    for (const [mutation, input] of [
      ['adoptPotentialRule', { attainableBasisPoints: 2_999 }],
      ['adoptStageRule', { matureOrderCount: 3 }],
      ['adoptRelationshipChain', { roles: [{ role: 'USER', basisPoints: 10_000 }] }],
      ['adoptTrustRule', { floor: 30 }],
      ['adoptPortfolioRule', { potentialThreshold: cny('1500000.00'), cells }],
      ['adoptCoverageRule', { marginBasisPoints: 2_500, hourCost: cny('250.00') }],
      ['adoptClassStrategy', { class: 'CORE', ...words, cadenceDays: 9, effortHours: 20 }],
      ['adoptStageStrategy', { stage: 'MATURITY', ...words }],
      ['adoptAttainmentRule', { bookingsBasisPoints: 6_000, cashBasisPoints: 4_000 }],
      ['adoptIncentiveRule', { floorBasisPoints: 4_000, tiers: [{ fromBasisPoints: 0, payoutBasisPoints: 90 }] }],
      ['adoptTeamRule', { keyPersonBasisPoints: 4_500 }],
      ['adoptRebalancingRule', { supportDays: 21 }],
    ] as const)
      await does(`${mutation} kong`, mutation, input);
  }

  it('is told of every step of a plan and its versions, and the rep beside it where it was one', async () => {
    const reader = await at.service.as({ roles: ['MANAGER'], teams: ['north'] });
    const { plan } = await reader.query<{ plan: Result }>(
      `query ($id: UUID!) { plan(id: $id) { approver { id } approverUserId
        versions(orderBy: { field: CREATED_AT }) { nodes { number status ${people} } } } }`,
      { id: planId },
    );
    const nobody = { author: null, submitter: null, returner: null, approver: null, closer: null };
    const noUser = { submitterUserId: null, returnerUserId: null, approverUserId: null };
    const versions = [
      {
        ...{ number: 1, status: 'SUPERSEDED', ...nobody, closer: { id: repId } },
        ...{ authorUserId: 'wang', submitterUserId: 'qian', returnerUserId: 'zhao', approverUserId: 'li' },
        closerUserId: 'chen',
      },
      { number: 2, status: 'DISCARDED', ...nobody, ...noUser, authorUserId: 'zhou', closerUserId: 'wu' },
      {
        ...{ number: 3, status: 'CLOSED', ...nobody, approver: { id: repId } },
        ...{ ...noUser, authorUserId: 'zheng', submitterUserId: 'feng', approverUserId: 'chen', closerUserId: 'chu' },
      },
    ];
    expect(plan).toEqual({
      ...{ approver: { id: repId }, approverUserId: 'chen' },
      versions: { nodes: expect.arrayContaining(versions) as unknown },
    });
  });

  it('is told of what an administrator proposes, rejects and approves, and of who ended the help', async () => {
    const told: unknown[] = [];
    for (const id of rebalancingIds) {
      const { rebalancing } = await at.admin.query(
        `query ($id: UUID!) { rebalancing(id: $id) { status proposer { id } proposerUserId decider { id } deciderUserId
          supportActions { nodes { status enderUserId } } } }`,
        { id },
      );
      told.push(rebalancing);
    }
    const reps = { proposer: null, decider: null };
    expect(told).toEqual([
      {
        ...{ status: 'REJECTED', ...reps, proposerUserId: 'wei', deciderUserId: 'jiang' },
        supportActions: { nodes: [] },
      },
      {
        ...{ status: 'APPROVED', ...reps, proposerUserId: 'shen', deciderUserId: 'han' },
        supportActions: { nodes: [{ status: 'DONE', enderUserId: 'yang' }] },
      },
    ]);
  });

  it('is told of overrides, selections, funnels and rules, and of what was shipped it is nobody', async () => {
    const answer = await at.admin.query(
      `query ($override: UUID!, $selection: UUID!) {
        relationshipOverride(id: $override) { setterUserId enderUserId }
        accountSelection(id: $selection) { decider { id } deciderUserId }
        planRules { changerUserId }
        funnelTemplates(filter: { purchasePatterns: [PROJECT] }) { nodes { definerUserId } }
        trustRules { nodes { adopterUserId } } }`,
      { override: overrideId, selection: selectionId },
    );
    expect(answer).toEqual({
      relationshipOverride: { setterUserId: 'qin', enderUserId: 'you' },
      accountSelection: { decider: null, deciderUserId: 'xu' },
      planRules: { changerUserId: 'lv' },
      funnelTemplates: { nodes: bothOf('definerUserId', ['shi', null]) },
      trustRules: { nodes: bothOf('adopterUserId', ['adoptTrustRule kong', null]) },
    });
    const { tenantId } = at.service;
    const other = await at.service.as({ tenantId, roles: ['REP'], teams: ['south'], repId: await makeRep(at.admin) });
    expect(await other.query('query ($id: UUID!) { plan(id: $id) { approverUserId } }', { id: planId })).toEqual({
      plan: null,
    });
  });

  const bothOf = (field: string, values: (string | null)[]): unknown =>
    expect.arrayContaining(values.map((value) => ({ [field]: value })));

  it('stays null of a step that was refused', async () => {
    const refused = await run(await by('wang'), 'createPlan', {
      ...{ name: '下半年', startsOn: '2026-07-01', endsOn: '2026-12-31', currency: 'CNY' },
    });
    expect(await run(await by('cao'), 'submitPlan', { planId: refused.id })).toMatchObject({
      __typename: 'GateNotMet',
    });
    const { plan } = await at.admin.query(
      `query ($id: UUID!) { plan(id: $id) { approverUserId versions { nodes { ${people} } } } }`,
      { id: refused.id },
    );
    expect(plan).toMatchObject({
      approverUserId: null,
      versions: { nodes: [{ authorUserId: 'wang', submitterUserId: null, closerUserId: null }] },
    });
  });

  it('is found in the audit trail for what was done before it was kept, as exactly as it is kept now', async () => {
    const database = await new DataSource({
      ...{ type: 'postgres', url: at.service.superuserUrl },
      ...{ migrations: [...planning.migrations], migrationsTransactionMode: 'each' },
    }).initialize();
    const columns: { of: string; name: string }[] = await database.query(
      `select table_name as of, column_name as name from information_schema.columns
       where table_schema = 'public' and column_name like '%\\_user\\_id' order by table_name, column_name`,
    );
    const kept = async () => {
      const all: Record<string, unknown> = {};
      for (const { of, name } of columns)
        all[`${of}.${name}`] = await database.query(`select id, ${name} from ${of} order by id`);
      return all;
    };
    try {
      const before = await kept();
      expect(columns).toContainEqual({ of: 'plan_version', name: 'returner_user_id' });
      for (const { of, name } of columns)
        expect(before[`${of}.${name}`]).toContainEqual(
          expect.objectContaining({ [name]: expect.any(String) as string }),
        );
      const there = `select from migrations where name like 'WhoDidIt%'`;
      while ((await database.query<unknown[]>(there)).length > 0)
        await database.undoLastMigration({ transaction: 'each' });
      await migrate(planning, at.service.superuserUrl);
      expect(await kept()).toEqual(before);
    } finally {
      await database.destroy();
    }
  });
});
