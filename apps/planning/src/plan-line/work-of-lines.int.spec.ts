import { cny, type Result } from '@fivepoint/testing';
import {
  approvedPlan,
  house,
  made,
  makeAccount,
  makePlan,
  makeProduct,
  makeRep,
  makeStepTemplate,
  placeOf,
  type PlanMade,
  run,
} from '../spec/house';

describe('what is to be done for a plan line goes with it (P25, P39, X11)', () => {
  const at = house();
  const late = { plannedOn: '2026-06-01', dueOn: '2026-06-12' };
  const foreseen = { side: 'RIVAL', move: '降价 12 %', answer: '加送培训', trigger: '重新招标' };

  /** A key node of a line that is late, and a card. */
  async function workFor({ planLineId }: Pick<PlanMade, 'planLineId'>, over: object = {}) {
    const stepTemplateId = await makeStepTemplate(at.admin);
    const stepId = await made(at.admin, 'planStep', { stepTemplateId, planLineId, ...late, ...over });
    const cardId = await made(at.admin, 'addWarGameCard', { planLineId, ...foreseen, ...over });
    await made(at.admin, 'recordStepProgress', {
      stepId,
      inputs: [{ name: '价格表', evidence: '归档 31' }],
      degree: 40,
    });
    return { stepId, cardId };
  }

  const workOf = (ids: { stepId: string; cardId: string }) =>
    at.admin.query<{ step: Result; warGameCard: Result }>(
      `query ($stepId: UUID!, $cardId: UUID!) {
        step(id: $stepId) { status degree cancelReason team owner { id } inputs { name evidence } }
        warGameCard(id: $cardId) { status outcome team owner { id } } }`,
      ids,
    );

  /** The owners of the gaps of a line; planning hears what it tells by the way on which it hears the others. */
  async function gapOwners({ planLineId, accountId }: Pick<PlanMade, 'planLineId' | 'accountId'>): Promise<string[]> {
    const own = [
      ...(await at.service.published('fivepoint.planning.account-registered.v1')),
      ...(await at.service.published('fivepoint.planning.step-changed.v1')),
      ...(await at.service.published('fivepoint.planning.account-targeted.v1')),
      ...(await at.service.published('fivepoint.planning.target-revised.v1')),
      ...(await at.service.published('fivepoint.planning.target-withdrawn.v1')),
    ].filter(({ key }) => key === accountId);
    for (const event of own.sort((a, b) => a.sequence - b.sequence)) await at.service.receiveAgain(event);
    const { stepGaps } = await at.admin.query<{ stepGaps: { nodes: { owner: { id: string } }[] } }>(
      'query ($filter: StepGapFilter) { stepGaps(filter: $filter) { nodes { owner { id } } } }',
      { filter: { planLineId } },
    );
    return stepGaps.nodes.map(({ owner }) => owner.id);
  }

  const approve = async (planId: string) => {
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId, reason: '总经理批准' });
  };

  const ended = (why: string) => ({
    step: {
      status: 'CANCELLED',
      cancelReason: why,
      degree: 40,
      inputs: [
        { name: '驱动量', evidence: null },
        { name: '价格表', evidence: '归档 31' },
      ],
    },
    warGameCard: { status: 'CLOSED', outcome: why },
  });

  it('to who answers for it now, while the plan is written', async () => {
    const plan = await makePlan(at.admin);
    const work = await workFor(plan);
    const heir = await makeRep(at.admin, { team: 'south' });
    await made(at.admin, 'updatePlanLine', { planLineId: plan.planLineId, ownerId: heir });
    expect(await workOf(work)).toMatchObject({
      step: { status: 'PLANNED', degree: 40, team: 'south', owner: { id: heir } },
      warGameCard: { status: 'OPEN', team: 'south', owner: { id: heir } },
    });
    expect(await gapOwners(plan)).toEqual([heir]);
  });

  it('with the approval of a revision and not before', async () => {
    const plan = await approvedPlan(at.admin);
    const work = await workFor(plan);
    const heir = await makeRep(at.admin, { team: 'south' });
    await made(at.admin, 'revisePlan', { planId: plan.planId, reason: '区域调整' });
    await made(at.admin, 'updatePlanLine', { planLineId: plan.planLineId, ownerId: heir });
    const before = { team: 'north', owner: { id: plan.ownerId } };
    expect(await workOf(work)).toMatchObject({ step: before, warGameCard: before });
    await approve(plan.planId);
    const after = { team: 'south', owner: { id: heir } };
    expect(await workOf(work)).toMatchObject({ step: after, warGameCard: after });
    expect(await gapOwners(plan)).toEqual([heir]);
  });

  it('but what somebody else was named for stays, and what was called off stays as it was', async () => {
    const plan = await makePlan(at.admin);
    const helper = await makeRep(at.admin);
    const [helped, off] = [await workFor(plan, { ownerId: helper }), await workFor(plan)];
    await made(at.admin, 'cancelStep', { stepId: off.stepId, reason: '合并' });
    await made(at.admin, 'closeWarGameCard', { warGameCardId: off.cardId, outcome: '对手退出' });
    await made(at.admin, 'updatePlanLine', { planLineId: plan.planLineId, ownerId: await makeRep(at.admin) });
    const theirs = { owner: { id: helper } };
    expect(await workOf(helped)).toMatchObject({ step: theirs, warGameCard: theirs });
    const then = { owner: { id: plan.ownerId } };
    expect(await workOf(off)).toMatchObject({ step: then, warGameCard: then });
  });

  it('and is called off with a line that an approved revision withdraws; what was ticked stays', async () => {
    const plan = await approvedPlan(at.admin);
    const { planId, planLineId, ownerId } = plan;
    const work = await workFor(plan);
    await made(at.admin, 'revisePlan', { planId, reason: '客户缩减投资' });
    await made(at.admin, 'withdrawPlanLine', { planLineId });
    await made(at.admin, 'addPlanLine', {
      planId,
      accountId: await makeAccount(at.admin),
      productId: await makeProduct(at.admin),
      ownerId,
      target: cny('1.00'),
      floor: cny('0.00'),
    });
    expect(await gapOwners(plan)).toEqual([ownerId]);
    await approve(planId);
    expect(await workOf(work)).toMatchObject(ended('The plan line was withdrawn.'));
    expect(await gapOwners(plan)).toEqual([]);
  });

  it('and is called off with a line that is taken out of a plan that is being written', async () => {
    const plan = await makePlan(at.admin);
    const work = await workFor(plan);
    await made(at.admin, 'withdrawPlanLine', { planLineId: plan.planLineId });
    expect(await workOf(work)).toMatchObject(ended('The plan line was withdrawn.'));
    expect(await gapOwners(plan)).toEqual([]);
  });

  it('and is called off with a line that only a discarded revision proposed', async () => {
    const plan = await approvedPlan(at.admin);
    const { planId, accountId } = plan;
    await made(at.admin, 'revisePlan', { planId, reason: '试加一行' });
    const proposal = { ...placeOf(plan), productId: await makeProduct(at.admin), target: cny('9.00'), floor: cny('0') };
    const planLineId = await made(at.admin, 'addPlanLine', proposal);
    const work = await workFor({ planLineId });
    await made(at.admin, 'discardRevision', { planId, reason: '不做了' });
    expect(await workOf(work)).toMatchObject(ended('The revision that proposed the plan line was discarded.'));
    expect(await gapOwners({ planLineId, accountId })).toEqual([]);
  });

  it('and is called off when the plan is closed', async () => {
    const plan = await approvedPlan(at.admin);
    const work = await workFor(plan);
    expect(await gapOwners(plan)).toEqual([plan.ownerId]);
    await made(at.admin, 'closePlan', { planId: plan.planId });
    expect(await workOf(work)).toMatchObject(ended('The plan was closed.'));
    expect(await gapOwners(plan)).toEqual([]);
  });

  describe('and nothing more is begun for one that is nobody’s work any more', () => {
    const begin = async ({ planLineId }: Pick<PlanMade, 'planLineId'>) => {
      const stepTemplateId = await makeStepTemplate(at.admin);
      return [
        await run(at.admin, 'planStep', { stepTemplateId, planLineId }),
        await run(at.admin, 'addWarGameCard', { planLineId, ...foreseen }),
        await run(at.admin, 'recordLineOutlook', { planLineId, probabilityBasisPoints: 1, closesOn: '2026-09-30' }),
      ];
    };

    it('withdrawn', async () => {
      const plan = await makePlan(at.admin);
      const { stepId } = await workFor(plan);
      await made(at.admin, 'withdrawPlanLine', { planLineId: plan.planLineId });
      const refused = { __typename: 'PlanLineEnded', lineStanding: 'WITHDRAWN', planStatus: 'DRAFT' };
      expect(await begin(plan)).toEqual([refused, refused, refused]);
      expect(await run(at.admin, 'addWarGameCard', { stepId, ...foreseen })).toEqual(refused);
    });

    it('of a closed plan', async () => {
      const plan = await approvedPlan(at.admin);
      await made(at.admin, 'closePlan', { planId: plan.planId });
      const refused = { __typename: 'PlanLineEnded', lineStanding: 'PLANNED', planStatus: 'CLOSED' };
      expect(await begin(plan)).toEqual([refused, refused, refused]);
    });

    it('also where both come at once', async () => {
      const plan = await approvedPlan(at.admin);
      const { planId, planLineId } = plan;
      const stepTemplateId = await makeStepTemplate(at.admin);
      const begun = () => run(at.admin, 'planStep', { stepTemplateId, planLineId });
      const answers = await Promise.all([begun(), begun(), run(at.admin, 'closePlan', { planId }), begun(), begun()]);
      expect(answers.every(({ __typename }) => ['Step', 'Plan', 'PlanLineEnded'].includes(String(__typename)))).toBe(
        true,
      );
      const { steps } = await at.admin.query<{ steps: { totalCount: number } }>(
        'query ($filter: StepFilter) { steps(filter: $filter) { totalCount } }',
        { filter: { planLineId, statuses: ['PLANNED', 'STARTED'] } },
      );
      expect(steps.totalCount).toBe(0);
    });
  });
});
