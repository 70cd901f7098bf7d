import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makeDriver, makePlan, makeProduct, makeRep, placeOf, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('the way of a plan from DRAFT to CLOSED', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const targeted = async (planId: string) =>
    (await at.service.published('fivepoint.planning.account-targeted.v1')).filter(({ data }) => data.planId === planId);
  const approved = async (planId: string) =>
    (await at.service.published('fivepoint.planning.plan-approved.v1')).filter(({ subject }) => subject === planId);

  const planning2026 = { name: '2026 年度', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY' };

  it('is refused at submission while it has no lines, or when its period is over: all that is missing at once', async () => {
    const planId = await made(at.admin, 'createPlan', { ...planning2026, endsOn: '2026-01-31' });
    expect(await run(at.admin, 'submitPlan', { planId })).toEqual({
      __typename: 'GateNotMet',
      gate: 'PLAN_SUBMISSION',
      missing: ['at least one plan line', 'a period that is not over; this one ended on 2026-01-31'],
    });
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'DRAFT',
      allowed: ['SUBMITTED'],
    });
  });

  it('changes no line any more once it is submitted', async () => {
    const plan = await makePlan(at.admin);
    const { planLineId, planId } = plan;
    await made(at.admin, 'submitPlan', { planId });
    const line = { ...placeOf(plan), productId: await makeProduct(at.admin), target: cny('2'), floor: cny('1') };
    const refusal = { __typename: 'PlanNotDraft', status: 'SUBMITTED' };
    expect(await run(at.admin, 'addPlanLine', line)).toEqual(refusal);
    expect(await run(at.admin, 'updatePlanLine', { planLineId, floor: cny('1') })).toEqual(refusal);
  });

  it('is approved into targets, one turn of the lifecycle each, and in force at once within its period', async () => {
    const repId = await makeRep(at.admin, { name: '总监' });
    const { planId, planLineId, accountId, productId, ownerId } = await makePlan(
      at.admin,
      {},
      { stretch: cny('1800000.00') },
    );
    await made(at.admin, 'submitPlan', { planId });
    const executive = await at.service.as({ roles: ['EXECUTIVE'], repId });
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
    const { planLine } = await at.admin.query<{ planLine: Result }>(
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
      versionNumber: 1,
    });
  });

  it('says of a target which class its account has by then', async () => {
    const plan = await makePlan(at.admin);
    const measure = { quantity: '700', intensity: '0.5', unitPrice: cny('40000.00'), source: '年报' };
    const demandDriverId = await makeDriver(at.admin);
    await made(at.admin, 'recordDriverMeasure', { accountId: plan.accountId, demandDriverId, ...measure });
    await made(at.admin, 'submitPlan', { planId: plan.planId });
    await made(at.admin, 'approvePlan', { planId: plan.planId });
    // 700 × .5 × ¥40,000 × 30 % is ¥4,200,000, and nobody is known there.
    expect(await targeted(plan.planId)).toMatchObject([{ data: { class: 'TRACTION' } }]);
  });

  it('before its period waits in APPROVED, its targets given out, until it is started', async () => {
    const next = { startsOn: '2027-01-01', endsOn: '2027-12-31' };
    const { planId } = await approvedPlan(at.admin, next);
    const { plan } = await at.admin.query<{ plan: Result }>(
      'query ($id: UUID!) { plan(id: $id) { status nextStatuses } }',
      {
        id: planId,
      },
    );
    expect(plan).toEqual({ status: 'APPROVED', nextStatuses: ['IN_FORCE'] });
    expect(await targeted(planId)).toHaveLength(1);
    expect(await run(at.admin, 'startPlan', { planId })).toEqual({
      __typename: 'GateNotMet',
      gate: 'PLAN_START',
      missing: ['the first day of its period, 2027-01-01'],
    });
    expect(await run(at.admin, 'closePlan', { planId })).toMatchObject({
      fromState: 'APPROVED',
      allowed: ['IN_FORCE'],
    });
    at.today = '2027-01-01';
    expect(await run(at.admin, 'startPlan', { planId })).toMatchObject({ status: 'IN_FORCE' });
    expect(await run(at.admin, 'closePlan', { planId })).toMatchObject({ status: 'CLOSED' });
    expect(await run(at.admin, 'closePlan', { planId })).toMatchObject({ fromState: 'CLOSED', allowed: [] });
    expect(await targeted(planId)).toHaveLength(1);
  });

  it('is not approved when its period has passed meanwhile', async () => {
    const { planId } = await makePlan(at.admin);
    await made(at.admin, 'submitPlan', { planId });
    at.today = '2027-01-01';
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({ gate: 'PLAN_APPROVAL' });
    expect(await targeted(planId)).toEqual([]);
  });

  it('is approved for a team by its manager, for the whole company by an executive only', async () => {
    const team = await makePlan(at.admin);
    await made(at.manager, 'submitPlan', { planId: team.planId });
    expect(await run(at.manager, 'approvePlan', { planId: team.planId })).toMatchObject({ approvedAs: 'MANAGER' });
    const author = { roles: ['MANAGER'], repId: await makeRep(at.admin), teams: ['north', 'east'] };
    const byManager = await at.service.as(author);
    const planId = await made(byManager, 'createPlan', planning2026);
    const place = placeOf(await makePlan(at.admin));
    await made(byManager, 'addPlanLine', { ...place, planId, target: cny('2'), floor: cny('1') });
    await made(byManager, 'submitPlan', { planId });
    expect(await run(byManager, 'approvePlan', { planId })).toEqual({
      __typename: 'ApprovalRefused',
      approvers: ['EXECUTIVE', 'ADMIN'],
    });
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    expect(await run(stranger, 'approvePlan', { planId })).toMatchObject({ __typename: 'NotFound', entity: 'Plan' });
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({ approvedAs: 'ADMIN' });
  });

  it('is neither approved nor returned by the manager of another team, who sees it by another role', async () => {
    const { planId } = await makePlan(at.admin);
    await made(at.admin, 'submitPlan', { planId });
    const stranger = await at.service.as({ roles: ['MANAGER', 'CSM'], teams: ['south'] });
    const refusal = { __typename: 'ApprovalRefused', approvers: ['EXECUTIVE', 'ADMIN', 'MANAGER'] };
    expect(await run(stranger, 'approvePlan', { planId })).toEqual(refusal);
    expect(await run(stranger, 'returnPlan', { planId, reason: 'no growth' })).toEqual(refusal);
  });

  it('is returned by who may approve it, with the reason, and goes its way again', async () => {
    const { planId, planLineId } = await makePlan(at.admin);
    const input = { planId, reason: '目标与去年持平,请重排' };
    expect(await run(at.admin, 'returnPlan', input)).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'DRAFT',
    });
    await made(at.admin, 'submitPlan', { planId });
    const returned = await run(at.manager, 'returnPlan', input);
    expect(returned).toMatchObject({ __typename: 'Plan', status: 'DRAFT', returnReason: input.reason, version: 4 });
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1600000.00') });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ status: 'SUBMITTED', returnReason: null });
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({ status: 'IN_FORCE', returnReason: null });
    expect(await targeted(planId)).toMatchObject([{ data: { target: cny('1600000.00') } }]);
    expect(await approved(planId)).toHaveLength(1);
    expect(await run(at.admin, 'returnPlan', input)).toMatchObject({ fromState: 'IN_FORCE', allowed: ['CLOSED'] });
    const entry = (await at.service.audit(planId)).find(({ mutation }) => mutation === 'returnPlan');
    expect(entry?.changes).toMatchObject([
      { entity: 'PlanVersion', before: { status: 'SUBMITTED' }, after: { status: 'DRAFT' } },
      { entity: 'Plan', before: { status: 'SUBMITTED' }, after: { status: 'DRAFT', returnReason: input.reason } },
    ]);
  });

  it('is returned once for its idempotency key, never without a reason, and for the company by an executive only', async () => {
    const { planId } = await makePlan(at.admin, { team: null });
    await made(at.admin, 'submitPlan', { planId });
    const author = await at.service.as({ roles: ['MANAGER', 'FINANCE'], teams: ['north'] });
    const input = { planId, reason: 'no growth', idempotencyKey: uuidv7() };
    const refusal = { __typename: 'ApprovalRefused', approvers: ['EXECUTIVE', 'ADMIN'] };
    expect(await run(author, 'returnPlan', input)).toEqual(refusal);
    for (const reason of ['', '  \n ', '低', 'x'.repeat(2001)])
      expect(await run(at.admin, 'returnPlan', { planId, reason })).toMatchObject({
        __typename: 'InvalidInput',
        problems: [{ path: 'reason' }],
      });
    const first = await run(at.admin, 'returnPlan', input);
    await made(at.admin, 'submitPlan', { planId });
    expect(await run(at.admin, 'returnPlan', input)).toMatchObject({ id: first.id, status: 'SUBMITTED' });
    expect(await run(at.admin, 'returnPlan', { ...input, reason: 'another' })).toMatchObject({
      __typename: 'IdempotencyKeyReused',
    });
  });

  it('gives its targets out once, however often approval is asked for', async () => {
    const { planId } = await makePlan(at.admin);
    await made(at.admin, 'submitPlan', { planId });
    const input = { planId, idempotencyKey: uuidv7() };
    const answers = await Promise.all([1, 2, 3].map(() => run(at.admin, 'approvePlan', input)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['Plan', 'Plan', 'Plan']);
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({ __typename: 'TransitionRefused' });
    expect(await targeted(planId)).toHaveLength(1);
    expect(await approved(planId)).toHaveLength(1);
    const reused = await run(at.admin, 'approvePlan', { ...input, planId: uuidv7() });
    expect(reused.__typename).toBe('IdempotencyKeyReused');
  });

  it('is handed in by who has seen its lines as they are', async () => {
    const { planLineId, ...place } = await makePlan(at.admin);
    const { planId } = place;
    const late = (actualVersion: number) => ({ __typename: 'VersionConflict', expectedVersion: 2, actualVersion });
    const another = { ...place, productId: await makeProduct(at.admin), target: cny('2'), floor: cny('1') };
    await made(at.admin, 'addPlanLine', another);
    expect(await run(at.admin, 'submitPlan', { planId, expectedVersion: 2 })).toEqual(late(3));
    const raised = { planLineId, target: cny('1600000.00') };
    await made(at.admin, 'updatePlanLine', raised);
    expect(await run(at.admin, 'submitPlan', { planId, expectedVersion: 2 })).toEqual(late(4));
    // Nothing new is said: nobody has missed anything.
    await made(at.admin, 'updatePlanLine', raised);
    expect(await run(at.admin, 'submitPlan', { planId, expectedVersion: 4 })).toMatchObject({ status: 'SUBMITTED' });
  });

  it('refuses to move a version that somebody else has changed, and a plan that is not there', async () => {
    const { planId } = await makePlan(at.admin);
    await made(at.admin, 'submitPlan', { planId, expectedVersion: 2 });
    for (const mutation of ['submitPlan', 'approvePlan', 'returnPlan', 'startPlan', 'closePlan'] as const) {
      const reason = mutation === 'returnPlan' && { reason: 'no growth' };
      expect(await run(at.admin, mutation, { planId, expectedVersion: 1, ...reason })).toEqual({
        __typename: 'VersionConflict',
        expectedVersion: 1,
        actualVersion: 3,
      });
      expect(await run(at.admin, mutation, { planId: uuidv7(), ...reason })).toMatchObject({
        __typename: 'NotFound',
        entity: 'Plan',
      });
    }
  });
});
