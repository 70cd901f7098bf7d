import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { planning } from '../service';
import {
  approvedPlan,
  made,
  makeAccount,
  makePlan,
  makeProduct,
  makeRep,
  mutations,
  placeOf,
  run,
} from '../spec/planning-graph';

describe("planning's plans", () => {
  let service: ServiceUnderTest;
  let admin: GraphClient;
  let manager: GraphClient;
  let now = new Date('2026-06-15T04:00:00Z');

  beforeAll(async () => {
    service = await serviceUnderTest(planning, { now: () => now });
    admin = await service.as();
    manager = await service.as({ roles: ['MANAGER'], teams: ['north'] });
  });
  beforeEach(() => {
    now = new Date('2026-06-15T04:00:00Z');
  });
  afterAll(() => service.stop());

  const targeted = async (planId: string) =>
    (await service.published('fivepoint.planning.account-targeted.v1')).filter(({ data }) => data.planId === planId);
  const approved = async (planId: string) =>
    (await service.published('fivepoint.planning.plan-approved.v1')).filter(({ subject }) => subject === planId);

  const planning2026 = { name: '2026 年度', periodStart: '2026-01-01', periodEnd: '2026-12-31', currency: 'CNY' };

  describe('writing', () => {
    it("begins in DRAFT, for the author's one team unless it says otherwise", async () => {
      const expected = { __typename: 'Plan', status: 'DRAFT', version: 1, team: 'north', approvedAt: null };
      expect(await run(manager, 'createPlan', planning2026)).toMatchObject(expected);
      expect(await run(admin, 'createPlan', planning2026)).toMatchObject({ team: null });
      expect(await run(admin, 'createPlan', { ...planning2026, team: 'south' })).toMatchObject({ team: 'south' });
    });

    it('refuses a period that ends before it begins, a team that is not yours, and no currency at all', async () => {
      const wrong = { ...planning2026, periodEnd: '2025-12-31', currency: null, team: 'south' };
      expect(await run(manager, 'createPlan', wrong)).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ path: 'team' }, { path: 'periodEnd' }, { path: 'currency' }],
      });
    });

    it('has lines of one account, one product and one owner, each a turn of the lifecycle of its own', async () => {
      const made1 = await makePlan(admin, {}, { stretch: cny('1800000.00') });
      const { plan } = await admin.query<{ plan: Result & { lines: { nodes: Result[] } } }>(
        `query ($id: UUID!) { plan(id: $id) { correlationId totalTarget { amount currency } lines { totalCount nodes {
          correlationId team target { amount } floor { amount } stretch { amount } booked { amount } collected { amount }
          account { id } product { id } owner { id } plan { id } } } } }`,
        { id: made1.planId },
      );
      const [line] = plan.lines.nodes;
      expect(plan['totalTarget']).toEqual(cny('1500000.00'));
      expect(line).toEqual({
        correlationId: expect.not.stringMatching(String(plan['correlationId'])) as string,
        team: 'north',
        target: { amount: '1500000.00' },
        floor: { amount: '1200000.00' },
        stretch: { amount: '1800000.00' },
        booked: { amount: '0.00' },
        collected: { amount: '0.00' },
        account: { id: made1.accountId },
        product: { id: made1.productId },
        owner: { id: made1.ownerId },
        plan: { id: made1.planId },
      });
    });

    it('has one line per account and product, and names the one that is there', async () => {
      const plan = await makePlan(admin);
      const line = { ...placeOf(plan), target: cny('1.00'), floor: cny('0.00') };
      const { planLineId } = plan;
      expect(await run(admin, 'addPlanLine', line)).toEqual({ __typename: 'PlanLineExists', planLineId });
      await made(admin, 'addPlanLine', { ...line, productId: await makeProduct(admin) });
    });

    it('takes one of two equal lines that are added at the same time', async () => {
      const place = placeOf(await makePlan(admin));
      const line = { ...place, productId: await makeProduct(admin), target: cny('1.00'), floor: cny('0.00') };
      const answers = await Promise.all([run(admin, 'addPlanLine', line), run(admin, 'addPlanLine', line)]);
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PlanLine', 'PlanLineExists']);
    });

    it('refuses amounts that are not floor ≤ target ≤ stretch, or not in its currency, and says why', async () => {
      const place = placeOf(await makePlan(admin));
      const line = { ...place, productId: await makeProduct(admin) };
      const paths = async (amounts: object) =>
        ((await run(admin, 'addPlanLine', { ...line, ...amounts }))['problems'] as Result[]).map((one) => one['path']);
      expect(await paths({ target: cny('10'), floor: cny('10.01'), stretch: cny('9.99') })).toEqual([
        'floor',
        'stretch',
      ]);
      expect(await paths({ target: cny('0'), floor: cny('0') })).toEqual(['target']);
      expect(await paths({ target: { amount: '10', currency: 'USD' }, floor: cny('1') })).toEqual(['target']);
      const most = cny('92233720368547758.07');
      expect(await paths({ target: most, floor: cny('1') })).toEqual(['target']);
    });

    it('refuses accounts, products, reps and plans that do not exist or are not yours to see', async () => {
      const place = placeOf(await makePlan(admin));
      const line = { ...place, productId: await makeProduct(admin), target: cny('2'), floor: cny('1') };
      const id = uuidv7();
      for (const [field, kind] of [
        ['planId', 'Plan'],
        ['accountId', 'Account'],
        ['productId', 'Product'],
        ['ownerId', 'Rep'],
      ] as const)
        expect(await run(admin, 'addPlanLine', { ...line, [field]: id })).toEqual({
          __typename: 'NotFound',
          entity: kind,
          id,
        });
      const foreign = await makeAccount(admin, { ownerId: await makeRep(admin, { team: 'south' }) });
      expect(await run(manager, 'addPlanLine', { ...line, accountId: foreign })).toMatchObject({ entity: 'Account' });
    });

    it('changes a line in DRAFT: amounts, owner, and no stretch any more', async () => {
      const { planLineId } = await makePlan(admin, {}, { stretch: cny('1800000.00') });
      const ownerId = await makeRep(admin, { team: 'east' });
      const target = cny('1600000.00');
      const updated = await run(admin, 'updatePlanLine', { planLineId, target, ownerId, expectedVersion: 1 });
      expect(updated).toMatchObject({
        target,
        floor: { amount: '1200000.00' },
        stretch: { amount: '1800000.00' },
        owner: { id: ownerId },
        team: 'east',
        version: 2,
      });
      expect(await run(admin, 'updatePlanLine', { planLineId, stretch: null })).toMatchObject({ stretch: null });
      const { planLine } = await admin.query<{ planLine: Result }>(
        'query ($id: UUID!) { planLine(id: $id) { stretch { amount } target { amount } } }',
        { id: planLineId },
      );
      expect(planLine).toEqual({ stretch: null, target: { amount: '1600000.00' } });
      expect(await run(admin, 'updatePlanLine', { planLineId, floor: cny('1600000.01') })).toMatchObject({
        problems: [{ path: 'floor' }],
      });
      expect(await run(admin, 'updatePlanLine', { planLineId, expectedVersion: 1 })).toMatchObject({
        __typename: 'VersionConflict',
        actualVersion: 3,
      });
      expect(await run(admin, 'updatePlanLine', { planLineId: uuidv7() })).toMatchObject({ entity: 'PlanLine' });
      expect(await run(admin, 'updatePlanLine', { planLineId, ownerId: uuidv7() })).toMatchObject({ entity: 'Rep' });
    });

    it('rolls up by product, exactly, over all its lines and not only those one may see', async () => {
      const { planId, productId, ownerId } = await makePlan(admin);
      const otherProduct = await makeProduct(admin);
      for (const [product, amount] of [
        [productId, '0.01'],
        [otherProduct, '0.02'],
        [otherProduct, '90071992547409.93'],
      ] as const) {
        const line = { planId, accountId: await makeAccount(admin), productId: product, ownerId };
        await made(admin, 'addPlanLine', { ...line, target: cny(amount), floor: cny('0') });
      }
      const south = await makeRep(admin, { team: 'south' });
      const hidden = { planId, accountId: await makeAccount(admin), productId, ownerId: south };
      await made(admin, 'addPlanLine', { ...hidden, target: cny('100.00'), floor: cny('0') });
      const { plan } = await manager.query<{ plan: Result }>(
        `query ($id: UUID!) { plan(id: $id) { lines { totalCount } totalTarget { amount }
          productTargets { product { id } target { amount } lineCount } } }`,
        { id: planId },
      );
      expect(plan).toEqual({
        lines: { totalCount: 4 },
        totalTarget: { amount: '90071994047509.96' },
        productTargets: [
          { product: { id: productId }, target: { amount: '1500100.01' }, lineCount: 3 },
          { product: { id: otherProduct }, target: { amount: '90071992547409.95' }, lineCount: 2 },
        ],
      });
    });
  });

  describe('its way from DRAFT to CLOSED', () => {
    it('is refused at submission while it has no lines, or when its period is over: all that is missing at once', async () => {
      const planId = await made(admin, 'createPlan', { ...planning2026, periodEnd: '2026-01-31' });
      expect(await run(admin, 'submitPlan', { planId })).toEqual({
        __typename: 'GateNotMet',
        gate: 'PLAN_SUBMISSION',
        missing: ['at least one plan line', 'a period that is not over; this one ended on 2026-01-31'],
      });
      expect(await run(admin, 'approvePlan', { planId })).toMatchObject({
        __typename: 'TransitionRefused',
        fromState: 'DRAFT',
        allowed: ['SUBMITTED'],
      });
    });

    it('changes no line any more once it is submitted', async () => {
      const plan = await makePlan(admin);
      const { planLineId, planId } = plan;
      await made(admin, 'submitPlan', { planId });
      const line = { ...placeOf(plan), productId: await makeProduct(admin), target: cny('2'), floor: cny('1') };
      const refusal = { __typename: 'PlanNotDraft', status: 'SUBMITTED' };
      expect(await run(admin, 'addPlanLine', line)).toEqual(refusal);
      expect(await run(admin, 'updatePlanLine', { planLineId, floor: cny('1') })).toEqual(refusal);
    });

    it('is approved into targets, one turn of the lifecycle each, and in force at once within its period', async () => {
      const repId = await makeRep(admin, { name: '总监' });
      const { planId, planLineId, accountId, productId, ownerId } = await makePlan(
        admin,
        {},
        { stretch: cny('1800000.00') },
      );
      await made(admin, 'submitPlan', { planId });
      const executive = await service.as({ roles: ['EXECUTIVE'], repId });
      const plan = await run(executive, 'approvePlan', { planId });
      expect(plan).toMatchObject({
        status: 'IN_FORCE',
        approvedAs: 'EXECUTIVE',
        approvedAt: '2026-06-15T04:00:00.000Z',
        approver: { id: repId },
      });
      expect(await approved(planId)).toMatchObject([
        {
          key: planId,
          correlationId: plan['correlationId'],
          data: {
            name: '年度作战计划',
            target: cny('1500000.00'),
            lineCount: 1,
            team: 'north',
            periodStart: '2026-01-01',
            periodEnd: '2026-12-31',
          },
        },
      ]);
      const { planLine } = await admin.query<{ planLine: Result }>(
        'query ($id: UUID!) { planLine(id: $id) { correlationId } }',
        { id: planLineId },
      );
      expect(await targeted(planId)).toMatchObject([
        { key: accountId, subject: planLineId, correlationId: planLine['correlationId'] },
      ]);
      expect((await targeted(planId))[0]?.data).toEqual({
        planId,
        planLineId,
        accountId,
        productId,
        target: cny('1500000.00'),
        floor: cny('1200000.00'),
        stretch: cny('1800000.00'),
        periodStart: '2026-01-01',
        periodEnd: '2026-12-31',
        ownerId,
        team: 'north',
      });
    });

    it('before its period waits in APPROVED, its targets given out, until it is started', async () => {
      const next = { periodStart: '2027-01-01', periodEnd: '2027-12-31' };
      const { planId } = await approvedPlan(admin, next);
      const { plan } = await admin.query<{ plan: Result }>('query ($id: UUID!) { plan(id: $id) { status } }', {
        id: planId,
      });
      expect(plan).toEqual({ status: 'APPROVED' });
      expect(await targeted(planId)).toHaveLength(1);
      expect(await run(admin, 'startPlan', { planId })).toEqual({
        __typename: 'GateNotMet',
        gate: 'PLAN_START',
        missing: ['the first day of its period, 2027-01-01'],
      });
      expect(await run(admin, 'closePlan', { planId })).toMatchObject({ fromState: 'APPROVED', allowed: ['IN_FORCE'] });
      now = new Date('2027-01-01T00:00:00Z');
      expect(await run(admin, 'startPlan', { planId })).toMatchObject({ status: 'IN_FORCE' });
      expect(await run(admin, 'closePlan', { planId })).toMatchObject({ status: 'CLOSED' });
      expect(await run(admin, 'closePlan', { planId })).toMatchObject({ fromState: 'CLOSED', allowed: [] });
      expect(await targeted(planId)).toHaveLength(1);
    });

    it('is not approved when its period has passed meanwhile', async () => {
      const { planId } = await makePlan(admin);
      await made(admin, 'submitPlan', { planId });
      now = new Date('2027-01-01T00:00:00Z');
      expect(await run(admin, 'approvePlan', { planId })).toMatchObject({ gate: 'PLAN_APPROVAL' });
      expect(await targeted(planId)).toEqual([]);
    });

    it('is approved for a team by its manager, for the whole company by an executive only', async () => {
      const team = await makePlan(admin);
      await made(manager, 'submitPlan', { planId: team.planId });
      expect(await run(manager, 'approvePlan', { planId: team.planId })).toMatchObject({ approvedAs: 'MANAGER' });
      const author = { roles: ['MANAGER'], repId: await makeRep(admin), teams: ['north', 'east'] };
      const byManager = await service.as(author);
      const planId = await made(byManager, 'createPlan', planning2026);
      const place = placeOf(await makePlan(admin));
      await made(byManager, 'addPlanLine', { ...place, planId, target: cny('2'), floor: cny('1') });
      await made(byManager, 'submitPlan', { planId });
      expect(await run(byManager, 'approvePlan', { planId })).toEqual({
        __typename: 'ApprovalRefused',
        approvers: ['EXECUTIVE', 'ADMIN'],
      });
      const stranger = await service.as({ roles: ['MANAGER'], teams: ['south'] });
      expect(await run(stranger, 'approvePlan', { planId })).toMatchObject({ __typename: 'NotFound', entity: 'Plan' });
      expect(await run(admin, 'approvePlan', { planId })).toMatchObject({ approvedAs: 'ADMIN' });
    });

    it('is neither approved nor returned by the manager of another team, who sees it by another role', async () => {
      const { planId } = await makePlan(admin);
      await made(admin, 'submitPlan', { planId });
      const stranger = await service.as({ roles: ['MANAGER', 'CSM'], teams: ['south'] });
      const refusal = { __typename: 'ApprovalRefused', approvers: ['EXECUTIVE', 'ADMIN', 'MANAGER'] };
      expect(await run(stranger, 'approvePlan', { planId })).toEqual(refusal);
      expect(await run(stranger, 'returnPlan', { planId, reason: 'no growth' })).toEqual(refusal);
    });

    it('is returned by who may approve it, with the reason, and goes its way again', async () => {
      const { planId, planLineId } = await makePlan(admin);
      const input = { planId, reason: '目标与去年持平,请重排' };
      expect(await run(admin, 'returnPlan', input)).toMatchObject({
        __typename: 'TransitionRefused',
        fromState: 'DRAFT',
      });
      await made(admin, 'submitPlan', { planId });
      const returned = await run(manager, 'returnPlan', input);
      expect(returned).toMatchObject({ __typename: 'Plan', status: 'DRAFT', returnReason: input.reason, version: 3 });
      await made(admin, 'updatePlanLine', { planLineId, target: cny('1600000.00') });
      expect(await run(admin, 'submitPlan', { planId })).toMatchObject({ status: 'SUBMITTED', returnReason: null });
      expect(await run(admin, 'approvePlan', { planId })).toMatchObject({ status: 'IN_FORCE', returnReason: null });
      expect(await targeted(planId)).toMatchObject([{ data: { target: cny('1600000.00') } }]);
      expect(await approved(planId)).toHaveLength(1);
      expect(await run(admin, 'returnPlan', input)).toMatchObject({ fromState: 'IN_FORCE', allowed: ['CLOSED'] });
      const entry = (await service.audit(planId)).find(({ mutation }) => mutation === 'returnPlan');
      expect(entry?.changes).toMatchObject([
        { entity: 'Plan', before: { status: 'SUBMITTED' }, after: { status: 'DRAFT', returnReason: input.reason } },
      ]);
    });

    it('is returned once for its idempotency key, never without a reason, and for the company by an executive only', async () => {
      const { planId } = await makePlan(admin, { team: null });
      await made(admin, 'submitPlan', { planId });
      const author = await service.as({ roles: ['MANAGER', 'FINANCE'], teams: ['north'] });
      const input = { planId, reason: 'no growth', idempotencyKey: uuidv7() };
      const refusal = { __typename: 'ApprovalRefused', approvers: ['EXECUTIVE', 'ADMIN'] };
      expect(await run(author, 'returnPlan', input)).toEqual(refusal);
      for (const reason of ['', '  \n ', 'no', 'x'.repeat(2001)]) {
        const answer = await admin.raw(mutations.returnPlan, { input: { planId, reason } });
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      }
      const first = await run(admin, 'returnPlan', input);
      await made(admin, 'submitPlan', { planId });
      expect(await run(admin, 'returnPlan', input)).toMatchObject({ id: first.id, status: 'SUBMITTED' });
      expect(await run(admin, 'returnPlan', { ...input, reason: 'another' })).toMatchObject({
        __typename: 'IdempotencyKeyReused',
      });
    });

    it('gives its targets out once, however often approval is asked for', async () => {
      const { planId } = await makePlan(admin);
      await made(admin, 'submitPlan', { planId });
      const input = { planId, idempotencyKey: uuidv7() };
      const answers = await Promise.all([1, 2, 3].map(() => run(admin, 'approvePlan', input)));
      expect(answers.map(({ __typename }) => __typename)).toEqual(['Plan', 'Plan', 'Plan']);
      expect(await run(admin, 'approvePlan', { planId })).toMatchObject({ __typename: 'TransitionRefused' });
      expect(await targeted(planId)).toHaveLength(1);
      expect(await approved(planId)).toHaveLength(1);
      const reused = await run(admin, 'approvePlan', { ...input, planId: uuidv7() });
      expect(reused.__typename).toBe('IdempotencyKeyReused');
    });

    it('refuses to move a version that somebody else has changed, and a plan that is not there', async () => {
      const { planId } = await makePlan(admin);
      await made(admin, 'submitPlan', { planId, expectedVersion: 1 });
      for (const mutation of ['submitPlan', 'approvePlan', 'returnPlan', 'startPlan', 'closePlan'] as const) {
        const reason = mutation === 'returnPlan' && { reason: 'no growth' };
        expect(await run(admin, mutation, { planId, expectedVersion: 1, ...reason })).toEqual({
          __typename: 'VersionConflict',
          expectedVersion: 1,
          actualVersion: 2,
        });
        expect(await run(admin, mutation, { planId: uuidv7(), ...reason })).toMatchObject({
          __typename: 'NotFound',
          entity: 'Plan',
        });
      }
    });
  });

  describe('who sees what', () => {
    it('shows a plan to its team, and to a rep of another team only the own lines', async () => {
      const { planId, planLineId } = await makePlan(admin);
      const ownerId = await makeRep(admin, { team: 'south' });
      const line = { planId, accountId: await makeAccount(admin), productId: await makeProduct(admin), ownerId };
      const ownLine = await made(admin, 'addPlanLine', { ...line, target: cny('2'), floor: cny('1') });
      const sees = async (person: Parameters<ServiceUnderTest['as']>[0]) => {
        const answer = await (
          await service.as(person)
        ).query<Record<string, Result | null>>(
          'query ($p: UUID!, $a: UUID!, $b: UUID!) { plan(id: $p) { id } a: planLine(id: $a) { id } b: planLine(id: $b) { id } }',
          { p: planId, a: planLineId, b: ownLine },
        );
        return ['plan', 'a', 'b'].filter((field) => answer[field] !== null);
      };
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['north'] })).toEqual(['plan', 'a']);
      expect(await sees({ roles: ['REP'], repId: ownerId, teams: ['south'] })).toEqual(['b']);
      expect(await sees({ roles: ['EXECUTIVE'] })).toEqual(['plan', 'a', 'b']);
      expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toEqual([]);
      expect(await sees({ roles: ['ADMIN'], tenantId: uuidv7() })).toEqual([]);
    });

    it('lets no rep write or approve plans', async () => {
      const rep = await service.as({ roles: ['REP'], teams: ['north'] });
      const { planId } = await makePlan(admin);
      for (const mutation of ['submitPlan', 'approvePlan', 'returnPlan', 'startPlan', 'closePlan'] as const) {
        const reason = mutation === 'returnPlan' && { reason: 'no growth' };
        const answer = await rep.raw(mutations[mutation], { input: { planId, ...reason } });
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    });

    it('lists plans by status, team and day', async () => {
      const team = uuidv7();
      const draft = await made(admin, 'createPlan', { ...planning2026, team });
      const { planId } = await approvedPlan(admin, { team, periodStart: '2027-01-01', periodEnd: '2027-06-30' });
      const listed = async (filter: object) =>
        (
          await admin.query<{ plans: { nodes: Result[] } }>(
            'query ($filter: PlanFilter) { plans(filter: $filter) { nodes { id } } }',
            { filter },
          )
        ).plans.nodes.map(({ id }) => id);
      expect(await listed({ team })).toEqual([planId, draft]);
      expect(await listed({ team, statuses: ['DRAFT', 'CLOSED'] })).toEqual([draft]);
      expect(await listed({ team, on: '2027-06-30' })).toEqual([planId]);
    });
  });
});
