import { uuidv7 } from '@fivepoint/kernel';
import { cny, exampleOf, type Result } from '@fivepoint/testing';
import {
  approvedPlan,
  house,
  made,
  makeAccount,
  makePlan,
  makePlay,
  makeProduct,
  makeRep,
  placeOf,
  type PlanMade,
  run,
} from '../spec/house';

/** What the graph says of a plan and its versions. */
const told = `query ($id: UUID!) { plan(id: $id) { status version totalTarget { amount } currentVersion { number status }
  openRevision { number status } lines { nodes { id target { amount } } }
  versions(orderBy: { field: CREATED_AT }) { nodes { id number status revisionReason approvedAs approvalReason discardReason returnReason
    submittedAt approvedAt inForceAt returnedAt closedAt totalTarget { amount } basis { number }
    lines { nodes { target { amount } planLine { id } } } } } } }`;

interface ToldVersion extends Result {
  number: number;
  lines: { nodes: { target: { amount: string }; planLine: { id: string } }[] };
}

describe('the versions of a plan', () => {
  const at = house();

  const planOf = async (id: string) =>
    (await at.admin.query<{ plan: Result & { versions: { nodes: ToldVersion[] } } }>(told, { id })).plan;
  const versionOf = async (id: string, number: number) =>
    (await planOf(id)).versions.nodes.find((version) => version.number === number);
  const published = async (type: 'account-targeted' | 'target-revised' | 'target-withdrawn', planId: string) =>
    (await at.service.published(`fivepoint.planning.${type}.v1`)).filter(({ data }) => data.planId === planId);
  const revise = (planId: string, reason = '省公司追加预算') => made(at.admin, 'revisePlan', { planId, reason });
  /** A line of another account and product in the same plan. */
  const addLine = async (
    { planId, ownerId }: Pick<PlanMade, 'planId' | 'ownerId'>,
    amount: string,
    over: object = {},
  ) =>
    made(at.admin, 'addPlanLine', {
      planId,
      ownerId,
      accountId: await makeAccount(at.admin),
      productId: await makeProduct(at.admin),
      target: cny(amount),
      floor: cny('0'),
      ...over,
    });
  const approveRevision = async (planId: string, over: object = {}) => {
    await made(at.admin, 'submitPlan', { planId });
    return run(at.admin, 'approvePlan', { planId, reason: '总经理批准', ...over });
  };

  describe('the first', () => {
    it('is the plan itself: every step of the plan is its step', async () => {
      const { planId } = await makePlan(at.admin);
      const first = async () => (await planOf(planId)).versions.nodes;
      expect(await first()).toMatchObject([
        { number: 1, status: 'DRAFT', revisionReason: null, basis: null, totalTarget: { amount: '1500000.00' } },
      ]);
      await made(at.admin, 'submitPlan', { planId });
      expect(await first()).toMatchObject([{ status: 'SUBMITTED', submittedAt: '2026-06-15T04:00:00.000Z' }]);
      await made(at.admin, 'returnPlan', { planId, reason: '请重排' });
      expect(await first()).toMatchObject([
        { status: 'DRAFT', returnReason: '请重排', returnedAt: '2026-06-15T04:00:00.000Z' },
      ]);
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      expect(await first()).toMatchObject([
        { status: 'IN_FORCE', approvedAs: 'ADMIN', inForceAt: '2026-06-15T04:00:00.000Z', closedAt: null },
      ]);
      await made(at.admin, 'closePlan', { planId });
      expect(await first()).toMatchObject([{ status: 'CLOSED', closedAt: '2026-06-15T04:00:00.000Z' }]);
    });

    it('comes in force when the plan is started, where it was approved before its period', async () => {
      const { planId } = await approvedPlan(at.admin, { startsOn: '2026-07-01' });
      expect(await versionOf(planId, 1)).toMatchObject({ status: 'APPROVED', inForceAt: null });
      at.today = '2026-07-02';
      await made(at.admin, 'startPlan', { planId });
      expect(await versionOf(planId, 1)).toMatchObject({
        status: 'IN_FORCE',
        inForceAt: '2026-07-02T04:00:00.000Z',
      });
    });

    it('is not revised before it counts, nor after it is closed or its period is over', async () => {
      const { planId } = await makePlan(at.admin);
      const revised = () => run(at.admin, 'revisePlan', { planId, reason: 'more' });
      const refusal = (missing: string) => ({ __typename: 'GateNotMet', gate: 'PLAN_REVISION', missing: [missing] });
      const counting = (status: string) =>
        refusal(`a plan that counts, APPROVED or IN_FORCE; this one is in ${status}`);
      expect(await revised()).toEqual(counting('DRAFT'));
      await made(at.admin, 'submitPlan', { planId });
      expect(await revised()).toEqual(counting('SUBMITTED'));
      await made(at.admin, 'approvePlan', { planId });
      at.today = '2027-01-01';
      expect(await revised()).toEqual(refusal('a period that is not over; this one ended on 2026-12-31'));
      at.today = '2026-06-15';
      await made(at.admin, 'closePlan', { planId });
      expect(await revised()).toEqual(counting('CLOSED'));
    });

    it('loses a line that is taken out of it, and gets it back as the same line', async () => {
      const plan = await makePlan(at.admin);
      const { planId, planLineId } = plan;
      expect(await run(at.admin, 'withdrawPlanLine', { planLineId, expectedVersion: 1 })).toMatchObject({
        standing: 'WITHDRAWN',
        version: 2,
      });
      expect(await planOf(planId)).toMatchObject({ totalTarget: { amount: '0.00' }, lines: { nodes: [] } });
      expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ missing: ['at least one plan line'] });
      for (const mutation of ['withdrawPlanLine', 'updatePlanLine'] as const)
        expect(await run(at.admin, mutation, { planLineId })).toMatchObject({ problems: [{ path: 'planLineId' }] });
      const again = { ...placeOf(plan), target: cny('7.00'), floor: cny('1.00') };
      expect(await run(at.admin, 'addPlanLine', again)).toMatchObject({ id: planLineId, standing: 'PLANNED' });
      expect(await planOf(planId)).toMatchObject({
        totalTarget: { amount: '7.00' },
        lines: { nodes: [{ id: planLineId, target: { amount: '7.00' } }] },
      });
    });
  });

  describe('a revision', () => {
    it('is a copy in DRAFT, one at a time, and what counts goes on counting', async () => {
      const { planId, planLineId } = await approvedPlan(at.admin);
      const revised = await run(at.admin, 'revisePlan', { planId, reason: '省公司追加预算', expectedVersion: 4 });
      expect(revised).toMatchObject({
        __typename: 'Plan',
        status: 'IN_FORCE',
        version: 5,
        currentVersion: { number: 1, status: 'IN_FORCE' },
        openRevision: { number: 2, status: 'DRAFT', revisionReason: '省公司追加预算' },
      });
      expect(await run(at.admin, 'revisePlan', { planId, reason: 'again' })).toMatchObject({
        __typename: 'RevisionOpen',
        planVersion: { number: 2 },
      });
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1600000.00') });
      const lines = (amount: string) => ({ nodes: [{ target: { amount }, planLine: { id: planLineId } }] });
      expect(await planOf(planId)).toMatchObject({
        totalTarget: { amount: '1500000.00' },
        lines: { nodes: [{ target: { amount: '1500000.00' } }] },
        versions: {
          nodes: [
            { number: 1, totalTarget: { amount: '1500000.00' }, lines: lines('1500000.00') },
            { number: 2, totalTarget: { amount: '1600000.00' }, basis: { number: 1 }, lines: lines('1600000.00') },
          ],
        },
      });
      expect(await published('target-revised', planId)).toEqual([]);
    });

    it('has its lines changed in DRAFT only, by who has seen them as they are', async () => {
      const plan = await approvedPlan(at.admin);
      const { planId, planLineId } = plan;
      const line = { ...placeOf(plan), productId: await makeProduct(at.admin), target: cny('2'), floor: cny('1') };
      const closed = (status: string) => ({ __typename: 'PlanNotDraft', status });
      expect(await run(at.admin, 'addPlanLine', line)).toEqual(closed('IN_FORCE'));
      expect(await run(at.admin, 'withdrawPlanLine', { planLineId })).toEqual(closed('IN_FORCE'));
      await revise(planId);
      const before = Number((await planOf(planId))['version']);
      const changed = await run(at.admin, 'updatePlanLine', { planLineId, floor: cny('2.00'), expectedVersion: 1 });
      expect(changed).toMatchObject({ version: 2, floor: { amount: '1200000.00' } });
      expect(await run(at.admin, 'updatePlanLine', { planLineId, floor: cny('2.00') })).toMatchObject({ version: 2 });
      expect(await planOf(planId)).toMatchObject({ version: before + 1 });
      await made(at.admin, 'submitPlan', { planId });
      expect(await planOf(planId)).toMatchObject({ version: before + 2, status: 'IN_FORCE' });
      expect(await run(at.admin, 'updatePlanLine', { planLineId, floor: cny('1') })).toEqual(closed('SUBMITTED'));
      expect(await run(at.admin, 'addPlanLine', line)).toEqual(closed('SUBMITTED'));
    });

    it('goes the way of a plan: submitted, returned with the reason, submitted, approved', async () => {
      const { planId, planLineId } = await approvedPlan(at.admin);
      const none = { __typename: 'TransitionRefused', fromState: 'IN_FORCE', allowed: ['CLOSED'] };
      for (const mutation of ['submitPlan', 'approvePlan'] as const)
        expect(await run(at.admin, mutation, { planId })).toMatchObject(none);
      await revise(planId);
      expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({
        fromState: 'DRAFT',
        allowed: ['SUBMITTED', 'DISCARDED'],
      });
      await made(at.admin, 'submitPlan', { planId });
      const stranger = await at.service.as({ roles: ['MANAGER', 'CSM'], teams: ['south'] });
      for (const [mutation, over] of [
        ['approvePlan', {}],
        ['returnPlan', { reason: 'no' }],
      ] as const)
        expect(await run(stranger, mutation, { planId, reason: 'no growth', ...over })).toMatchObject({
          __typename: 'ApprovalRefused',
        });
      const returned = await run(at.manager, 'returnPlan', { planId, reason: '请说明' });
      expect(returned).toMatchObject({ status: 'IN_FORCE', returnReason: null });
      expect(await versionOf(planId, 2)).toMatchObject({ status: 'DRAFT', returnReason: '请说明' });
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1400000.00') });
      expect(await approveRevision(planId, { reason: null })).toMatchObject({ status: 'IN_FORCE' });
      expect(await planOf(planId)).toMatchObject({
        totalTarget: { amount: '1400000.00' },
        currentVersion: { number: 2, status: 'IN_FORCE' },
        openRevision: null,
        lines: { nodes: [{ id: planLineId, target: { amount: '1400000.00' } }] },
        versions: { nodes: [{ number: 1, status: 'SUPERSEDED', closedAt: '2026-06-15T04:00:00.000Z' }, { number: 2 }] },
      });
    });

    it('gives out what differs and nothing else, each line in its own turn', async () => {
      const plan = await makePlan(at.admin, {}, { stretch: cny('1800000.00') });
      const { planId, planLineId, accountId, productId, ownerId } = plan;
      const [same, gone] = [await addLine(plan, '10.00'), await addLine(plan, '20.00')];
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await revise(planId, '客户推迟');
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1300000.00'), stretch: null });
      await made(at.admin, 'withdrawPlanLine', { planLineId: gone });
      await made(at.admin, 'updatePlanLine', { planLineId: same, playIds: [await makePlay(at.admin)] });
      const fresh = await addLine(plan, '30.00');
      const proposed = await at.admin.query<{ planLine: Result }>(
        'query ($id: UUID!) { planLine(id: $id) { standing correlationId } }',
        { id: fresh },
      );
      expect(proposed.planLine).toMatchObject({ standing: 'PROPOSED' });
      expect((await planOf(planId))['lines']).toMatchObject({ nodes: { length: 3 } });
      await approveRevision(planId);
      expect((await published('account-targeted', planId)).slice(3)).toMatchObject([
        {
          subject: fresh,
          correlationId: proposed.planLine['correlationId'],
          data: { planLineId: fresh, versionNumber: 2, target: cny('30.00') },
        },
      ]);
      const revised = await published('target-revised', planId);
      expect(revised).toMatchObject([{ key: accountId, subject: planLineId }]);
      expect(revised[0]?.data).toEqual({
        ...{ planId, planLineId, accountId, productId, ownerId, team: 'north', versionNumber: 2, reason: '客户推迟' },
        ...{ target: cny('1300000.00'), floor: cny('1200000.00') },
        ...{ periodStart: '2026-01-01', periodEnd: '2026-12-31' },
      });
      expect(await published('target-withdrawn', planId)).toMatchObject([
        { subject: gone, data: { planLineId: gone, target: cny('20.00'), versionNumber: 2, reason: '客户推迟' } },
      ]);
      const approvals = await at.service.published('fivepoint.planning.plan-approved.v1');
      expect(approvals.filter(({ subject }) => subject === planId)).toMatchObject([
        { data: { versionNumber: 1, lineCount: 3 } },
        { data: { versionNumber: 2, lineCount: 3, target: cny('1300040.00'), reason: '客户推迟' } },
      ]);
      const { planLines } = await at.admin.query<{ planLines: Result }>(
        'query ($id: UUID!) { planLines(filter: { planId: $id, standings: [WITHDRAWN] }) { nodes { id } } }',
        { id: planId },
      );
      expect(planLines).toEqual({ nodes: [{ id: gone }] });
    });

    it('brings a line back that an earlier one has taken out, as the same line and a target anew', async () => {
      const plan = await makePlan(at.admin);
      const productId = await makeProduct(at.admin);
      const line = { ...placeOf(plan), productId, target: cny('20.00'), floor: cny('0') };
      const back = await made(at.admin, 'addPlanLine', line);
      const { planId } = plan;
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await revise(planId);
      await made(at.admin, 'withdrawPlanLine', { planLineId: back });
      await approveRevision(planId);
      await revise(planId);
      expect(await run(at.admin, 'addPlanLine', { ...line, target: cny('25.00') })).toMatchObject({
        id: back,
        standing: 'WITHDRAWN',
        target: cny('25.00'),
      });
      await approveRevision(planId);
      expect((await published('account-targeted', planId)).at(-1)).toMatchObject({
        data: { planLineId: back, target: cny('25.00'), versionNumber: 3 },
      });
      const { planLine } = await at.admin.query<{ planLine: Result }>(
        `query ($id: UUID!) { planLine(id: $id) { standing versions(orderBy: { field: CREATED_AT }) { nodes { target { amount }
          planVersion { number } } } } }`,
        { id: back },
      );
      expect(planLine).toEqual({
        standing: 'PLANNED',
        versions: {
          nodes: [
            { target: { amount: '20.00' }, planVersion: { number: 1 } },
            { target: { amount: '25.00' }, planVersion: { number: 3 } },
          ],
        },
      });
    });

    it('leaves a line that was given out to whose it was, where it is brought back and the revision is given up', async () => {
      const plan = await makePlan(at.admin);
      const line = { ...placeOf(plan), productId: await makeProduct(at.admin), target: cny('20.00'), floor: cny('0') };
      const back = await made(at.admin, 'addPlanLine', line);
      const { planId } = plan;
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await revise(planId);
      await made(at.admin, 'withdrawPlanLine', { planLineId: back });
      await approveRevision(planId);
      const asked = async (graph = at.manager) =>
        (
          await graph.query<{ planLine: Result }>(
            'query ($id: UUID!) { planLine(id: $id) { standing team target { amount } owner { id } } }',
            { id: back },
          )
        ).planLine;
      const before = { standing: 'WITHDRAWN', team: 'north', target: { amount: '20.00' }, owner: { id: plan.ownerId } };
      expect(await asked()).toEqual(before);
      const southern = await makeRep(at.admin, { team: 'south' });
      for (const takesOut of [false, true]) {
        await revise(planId);
        await made(at.admin, 'addPlanLine', { ...line, ownerId: southern, target: cny('9.00') });
        expect(await asked()).toEqual(before);
        if (takesOut) await made(at.admin, 'withdrawPlanLine', { planLineId: back });
        await made(at.admin, 'discardRevision', { planId, reason: '不再需要' });
        expect(await asked()).toEqual(before);
      }
    });

    it('takes nothing out of what counts before it is approved, and may put it back itself', async () => {
      const plan = await approvedPlan(at.admin);
      const { planId, planLineId } = plan;
      await revise(planId);
      expect(await run(at.admin, 'withdrawPlanLine', { planLineId })).toMatchObject({
        standing: 'PLANNED',
        version: 2,
      });
      expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ missing: ['at least one plan line'] });
      const again = { ...placeOf(plan), target: cny('1500000.00'), floor: cny('1200000.00') };
      expect(await run(at.admin, 'addPlanLine', again)).toMatchObject({ id: planLineId, standing: 'PLANNED' });
      expect(await run(at.admin, 'addPlanLine', again)).toMatchObject({ __typename: 'PlanLineExists' });
      await approveRevision(planId);
      for (const type of ['target-revised', 'target-withdrawn'] as const)
        expect(await published(type, planId)).toEqual([]);
      expect(await published('account-targeted', planId)).toHaveLength(1);
    });

    it('is discarded with the reason, and leaves nothing but itself', async () => {
      const plan = await approvedPlan(at.admin);
      const { planId, planLineId } = plan;
      const input = { planId, reason: '预算未批' };
      expect(await run(at.admin, 'discardRevision', input)).toMatchObject({
        gate: 'REVISION_DISCARD',
        missing: ['an open revision'],
      });
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1700000.00') });
      const fresh = await addLine(plan, '30.00');
      await made(at.admin, 'submitPlan', { planId });
      expect(await run(at.admin, 'closePlan', { planId })).toMatchObject({
        gate: 'PLAN_CLOSURE',
        missing: ['its open revision, version 2, to be approved or discarded'],
      });
      expect(await run(at.admin, 'discardRevision', input)).toMatchObject({ status: 'IN_FORCE', openRevision: null });
      expect(await versionOf(planId, 2)).toMatchObject({ status: 'DISCARDED', discardReason: '预算未批' });
      expect(await planOf(planId)).toMatchObject({
        totalTarget: { amount: '1500000.00' },
        currentVersion: { number: 1, status: 'IN_FORCE' },
        lines: { nodes: [{ id: planLineId, target: { amount: '1500000.00' } }] },
      });
      const { planLine } = await at.admin.query('query ($id: UUID!) { planLine(id: $id) { standing } }', { id: fresh });
      expect(planLine).toEqual({ standing: 'WITHDRAWN' });
      expect(await run(at.admin, 'revisePlan', { planId, reason: 'again' })).toMatchObject({
        openRevision: { number: 3 },
      });
      expect(await versionOf(planId, 3)).toMatchObject({ totalTarget: { amount: '1500000.00' }, basis: { number: 1 } });
      await made(at.admin, 'discardRevision', input);
      expect(await run(at.admin, 'closePlan', { planId })).toMatchObject({ status: 'CLOSED' });
    });

    it('is opened once by two at the same moment', async () => {
      const { planId } = await approvedPlan(at.admin);
      const both = await Promise.all([1, 2].map(() => run(at.admin, 'revisePlan', { planId, reason: 'more' })));
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Plan', 'RevisionOpen']);
    });

    it('counts what came of a line through all versions', async () => {
      const { planId, planLineId, accountId, ownerId } = await approvedPlan(at.admin);
      const contract = (contractId: string) =>
        at.service.receive(
          'fivepoint.deal.contract-signed.v1',
          {
            ...exampleOf('fivepoint.deal.contract-signed.v1'),
            ...{ contractId, dealId: uuidv7(), accountId, planLineId, ownerId, team: 'north', amount: cny('100.00') },
            downPayment: cny('0.00'),
          },
          { subject: contractId },
        );
      await contract(uuidv7());
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1400000.00') });
      await approveRevision(planId);
      await contract(uuidv7());
      const { planLine } = await at.admin.query(
        'query ($id: UUID!) { planLine(id: $id) { target { amount } booked { amount } } }',
        { id: planLineId },
      );
      expect(planLine).toEqual({ target: { amount: '1400000.00' }, booked: { amount: '200.00' } });
    });
  });

  describe('the cap on increases', () => {
    const raise = async (planId: string, planLineId: string, amount: string) => {
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny(amount) });
      await made(at.admin, 'submitPlan', { planId });
    };

    it('lets a manager raise a rep by a tenth of the first version in force, all revisions together', async () => {
      const { planId, planLineId, ownerId } = await approvedPlan(at.admin);
      await raise(planId, planLineId, '1600000.00');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({ status: 'IN_FORCE' });
      await raise(planId, planLineId, '1650000.01');
      const figures = {
        owner: { id: ownerId },
        original: { amount: '1500000.00' },
        before: { amount: '1600000.00' },
        after: { amount: '1650000.01' },
        most: { amount: '1650000.00' },
      };
      expect(await run(at.manager, 'approvePlan', { planId, reason: '客户需要' })).toEqual({
        __typename: 'IncreaseBeyondCap',
        message: expect.stringContaining('from 1600000.00 to 1650000.01, at most 1650000.00') as string,
        approvers: ['EXECUTIVE', 'ADMIN'],
        unseenCount: 0,
        increases: [figures],
      });
      const executive = await at.service.as({ roles: ['EXECUTIVE'] });
      expect(await run(executive, 'approvePlan', { planId })).toMatchObject({ problems: [{ path: 'reason' }] });
      expect(await run(executive, 'approvePlan', { planId, reason: '总经理决定' })).toMatchObject({
        approvedAs: 'EXECUTIVE',
      });
      expect(await versionOf(planId, 3)).toMatchObject({ approvedAs: 'EXECUTIVE', approvalReason: '总经理决定' });
      await raise(planId, planLineId, '1650000.00');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({ approvedAs: 'MANAGER' });
    });

    it('counts a line that goes to another rep, whose total it raises', async () => {
      const { planId, planLineId } = await approvedPlan(at.admin);
      const other = await makeRep(at.admin);
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId, ownerId: other });
      await made(at.admin, 'submitPlan', { planId });
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({
        increases: [{ owner: { id: other }, original: { amount: '0.00' }, most: { amount: '0.00' } }],
      });
    });

    it('tells nobody the total of a rep of whom a line is not to be seen', async () => {
      const plan = await makePlan(at.admin);
      const southern = await makeRep(at.admin, { team: 'south' });
      const line = { ...placeOf(plan), productId: await makeProduct(at.admin), ownerId: southern };
      const hidden = await made(at.admin, 'addPlanLine', { ...line, target: cny('500000.00'), floor: cny('0') });
      const { planId } = plan;
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId: hidden, target: cny('777777.00') });
      await made(at.admin, 'submitPlan', { planId });
      const refused = await run(at.manager, 'approvePlan', { planId });
      expect(refused).toMatchObject({ __typename: 'IncreaseBeyondCap', increases: [], unseenCount: 1 });
      expect(JSON.stringify(refused)).not.toMatch(/777777|500000/);
    });

    it('binds from the first day of the period on, also where nobody has started the plan', async () => {
      const { planId, planLineId } = await approvedPlan(at.admin, { startsOn: '2026-07-01' });
      await raise(planId, planLineId, '1700000.00');
      at.today = '2026-07-01';
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({
        increases: [{ original: { amount: '1500000.00' }, most: { amount: '1650000.00' } }],
      });
      await made(at.admin, 'returnPlan', { planId, reason: 'less' });
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1650000.00') });
      await made(at.admin, 'submitPlan', { planId });
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({ status: 'IN_FORCE' });
      expect(await versionOf(planId, 1)).toMatchObject({
        status: 'SUPERSEDED',
        inForceAt: '2026-07-01T04:00:00.000Z',
      });
      await raise(planId, planLineId, '1650000.01');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({
        increases: [{ original: { amount: '1500000.00' }, most: { amount: '1650000.00' } }],
      });
      expect(await versionOf(planId, 2)).toMatchObject({ status: 'IN_FORCE', inForceAt: '2026-07-01T04:00:00.000Z' });
    });

    it('binds nobody before the period', async () => {
      const { planId, planLineId } = await approvedPlan(at.admin, { startsOn: '2026-07-01' });
      await raise(planId, planLineId, '3000000.00');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({ status: 'APPROVED' });
      at.today = '2026-07-01';
      await made(at.admin, 'startPlan', { planId });
      await raise(planId, planLineId, '3300000.00');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({ status: 'IN_FORCE' });
      await raise(planId, planLineId, '3300000.01');
      expect(await run(at.manager, 'approvePlan', { planId })).toMatchObject({
        increases: [{ original: { amount: '3000000.00' }, most: { amount: '3300000.00' } }],
      });
    });

    it('is the tenant’s own, adopted by an executive from a day on, with a reason: what is set for tomorrow does not count today', async () => {
      const tenantId = uuidv7();
      const [admin, executive, manager] = [
        await at.service.as({ tenantId }),
        await at.service.as({ tenantId, roles: ['EXECUTIVE'] }),
        await at.service.as({ tenantId, roles: ['MANAGER'], teams: ['north'] }),
      ];
      const adopt = (over: object) => run(executive, 'adoptRebalancingRule', over);
      expect(await adopt({ increaseCapBasisPoints: 10_001 })).toMatchObject({
        problems: [{ path: 'increaseCapBasisPoints', message: 'must be from 0 to 10000 basis points' }],
      });
      const [first, second] = ['先严后宽', '省公司追加预算'];
      expect(await adopt({ increaseCapBasisPoints: 200, reason: first })).toMatchObject({
        increaseCapBasisPoints: 200,
      });
      const tomorrow = { effectiveOn: '2026-06-16', increaseCapBasisPoints: 9_000, reason: second };
      expect(await adopt(tomorrow)).toMatchObject(tomorrow);
      const { planId, planLineId } = await approvedPlan(admin);
      await made(admin, 'revisePlan', { planId, reason: 'more' });
      await made(admin, 'updatePlanLine', { planLineId, target: cny('1530000.01') });
      await made(admin, 'submitPlan', { planId });
      expect(await run(manager, 'approvePlan', { planId })).toMatchObject({
        increases: [{ most: { amount: '1530000.00' } }],
      });
      at.today = '2026-06-16';
      expect(await run(manager, 'approvePlan', { planId })).toMatchObject({
        status: 'IN_FORCE',
        approvedAs: 'MANAGER',
      });
      at.today = '2026-06-15';
      const { rebalancingRules } = await manager.query<{ rebalancingRules: { nodes: Result[] } }>(
        '{ rebalancingRules(orderBy: { field: EFFECTIVE_ON }) { nodes { effectiveOn increaseCapBasisPoints stretchBasisPoints reason } } }',
      );
      expect(rebalancingRules.nodes).toEqual([
        { effectiveOn: '2026-06-15', increaseCapBasisPoints: 200, stretchBasisPoints: 12_000, reason: first },
        { effectiveOn: '2026-06-16', increaseCapBasisPoints: 9_000, stretchBasisPoints: 12_000, reason: second },
      ]);
    });

    it('stays as it is where rules are adopted that do not name it', async () => {
      const executive = await at.service.as({ tenantId: uuidv7(), roles: ['EXECUTIVE'] });
      const adopt = (over: object) => run(executive, 'adoptRebalancingRule', over);
      expect(await adopt({ supportDays: 7 })).toMatchObject({ increaseCapBasisPoints: 1_000 });
      expect(await adopt({ effectiveOn: '2026-07-01', increaseCapBasisPoints: 0 })).toMatchObject({ supportDays: 7 });
      expect(await adopt({ stretchBasisPoints: 11_000 })).toMatchObject({ increaseCapBasisPoints: 1_000 });
      expect(await adopt({ effectiveOn: '2026-08-01', supportDays: 8 })).toMatchObject({ increaseCapBasisPoints: 0 });
    });
  });

  describe('side by side', () => {
    it('show every line that differs, before and after, and the totals', async () => {
      const plan = await makePlan(at.admin);
      const { planId, planLineId } = plan;
      const gone = await addLine(plan, '20.00');
      await addLine(plan, '10.00');
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      await revise(planId);
      await made(at.admin, 'updatePlanLine', { planLineId, floor: cny('1.00') });
      await made(at.admin, 'withdrawPlanLine', { planLineId: gone });
      const fresh = await addLine(plan, '30.00');
      const ofAnotherTeam = await addLine(plan, '5.00', { ownerId: await makeRep(at.admin, { team: 'south' }) });
      const compare = `query ($id: UUID!, $with: UUID) { planVersion(id: $id) { comparison(withId: $with) { before { number } after { number }
        targetBefore { amount } targetAfter { amount } difference { amount } addedCount changedCount withdrawnCount
        changes { totalCount nodes { kind planLine { id } before { target { amount } floor { amount } } after { floor { amount } } } } } } }`;
      const second = (await versionOf(planId, 2))?.id;
      const first = (await versionOf(planId, 1))?.id;
      const { planVersion } = await at.admin.query<{ planVersion: { comparison: Result } }>(compare, { id: second });
      expect(planVersion.comparison).toMatchObject({
        before: { number: 1 },
        after: { number: 2 },
        targetBefore: { amount: '1500030.00' },
        targetAfter: { amount: '1500045.00' },
        difference: { amount: '15.00' },
        addedCount: 2,
        changedCount: 1,
        withdrawnCount: 1,
      });
      const changed = {
        kind: 'CHANGED',
        planLine: { id: planLineId },
        before: { target: { amount: '1500000.00' }, floor: { amount: '1200000.00' } },
        after: { floor: { amount: '1.00' } },
      };
      const added = (id: string) => ({
        kind: 'ADDED',
        planLine: { id },
        before: null,
        after: { floor: { amount: '0.00' } },
      });
      const { changes } = planVersion.comparison as unknown as { changes: { nodes: Result[] } };
      expect(changes).toEqual({
        totalCount: 4,
        nodes: [
          changed,
          { kind: 'WITHDRAWN', planLine: { id: gone }, before: expect.anything() as unknown, after: null },
          added(fresh),
          added(ofAnotherTeam),
        ],
      });
      const manager = await at.manager.query<{ planVersion: { comparison: Result } }>(compare, { id: second });
      expect(manager.planVersion.comparison).toMatchObject({ addedCount: 2, changes: { totalCount: 3 } });
      const back = await at.admin.query<{ planVersion: { comparison: Result } }>(compare, { id: first, with: second });
      expect(back.planVersion.comparison).toMatchObject({ difference: { amount: '-15.00' }, withdrawnCount: 2 });
      const none = await at.admin.query<{ planVersion: Result }>(compare, { id: first });
      expect(none.planVersion).toEqual({ comparison: null });
      const other = (await versionOf((await makePlan(at.admin)).planId, 1))?.id;
      const foreign = await at.admin.query<{ planVersion: Result }>(compare, { id: second, with: other });
      expect(foreign.planVersion).toEqual({ comparison: null });
    });
  });

  it('are seen by who sees the plan, and what they say of a line by its owner and team then', async () => {
    const { planId, planLineId } = await approvedPlan(at.admin);
    const southern = await makeRep(at.admin, { team: 'south' });
    await revise(planId);
    await made(at.admin, 'updatePlanLine', { planLineId, ownerId: southern });
    const ids = await at.admin.query<{ planVersions: { nodes: Result[] }; planLineVersions: { nodes: Result[] } }>(
      `query ($p: UUID!, $l: UUID!) { planVersions(filter: { planId: $p }) { nodes { id } }
        planLineVersions(filter: { planLineId: $l }, orderBy: { field: CREATED_AT }) { nodes { id } } }`,
      { p: planId, l: planLineId },
    );
    const [version] = ids.planVersions.nodes;
    const [before, after] = ids.planLineVersions.nodes;
    const sees = async (graph: Pick<typeof at.admin, 'query'>) => {
      const answer = await graph.query<Record<string, Result | null>>(
        'query ($v: UUID!, $b: UUID!, $a: UUID!) { version: planVersion(id: $v) { id } before: planLineVersion(id: $b) { id } after: planLineVersion(id: $a) { id } }',
        { v: version?.id, b: before?.id, a: after?.id },
      );
      return Object.keys(answer).filter((field) => answer[field] !== null);
    };
    expect(await sees(at.admin)).toEqual(['version', 'before', 'after']);
    expect(await sees(await at.repAs(uuidv7(), ['north']))).toEqual(['version', 'before']);
    expect(await sees(await at.repAs(southern))).toEqual(['after']);
    expect(await sees(await at.service.as({ roles: ['FINANCE'] }))).toEqual(['version', 'before', 'after']);
    expect(await sees(await at.service.as({ roles: ['PARTNER'], teams: ['north'] }))).toEqual([]);
    expect(await sees(await at.service.as({ tenantId: uuidv7() }))).toEqual([]);
  });
});
