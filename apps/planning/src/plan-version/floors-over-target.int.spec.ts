import { cny } from '@fivepoint/testing';
import { approvedPlan, house, made, makePlan, makeRep, makeStepTemplate, run } from '../spec/house';

describe('a plan is neither handed in nor approved with a target below the floor of a key node (P25)', () => {
  const at = house();
  const node = async (planLineId: string, amount: string, over: object = {}) =>
    made(at.admin, 'planStep', {
      stepTemplateId: await makeStepTemplate(at.admin),
      planLineId,
      dueOn: '2026-08-31',
      floor: cny(amount),
      ...over,
    });
  const lower = (planLineId: string, target: string) =>
    made(at.admin, 'updatePlanLine', { planLineId, target: cny(target), floor: cny('1.00') });

  it('and every one is listed', async () => {
    const { planId, planLineId } = await approvedPlan(at.admin);
    await node(planLineId, '700000.01', { task: '样机进场', dueOn: '2026-09-30' });
    const standard = await node(planLineId, '900000.00');
    const ended = await node(planLineId, '950000.00');
    await node(planLineId, '700000.00');
    await made(at.admin, 'cancelStep', { stepId: ended, reason: '合并' });
    await made(at.admin, 'revisePlan', { planId, reason: '下调' });
    await lower(planLineId, '700000.00');
    const missing = [
      'a floor of at most 700000.00, the target of its line, for the key node "客户潜力分析" due on 2026-08-31; it is 900000.00',
      'a floor of at most 700000.00, the target of its line, for the key node "样机进场" due on 2026-09-30; it is 700000.01',
    ];
    expect(await run(at.admin, 'submitPlan', { planId })).toEqual({
      __typename: 'GateNotMet',
      gate: 'PLAN_SUBMISSION',
      missing,
    });
    await made(at.admin, 'updateStep', { stepId: standard, floor: null });
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({ missing: missing.slice(1) });
  });

  it('also where the floor is set between the two', async () => {
    const { planId, planLineId } = await approvedPlan(at.admin);
    await made(at.admin, 'revisePlan', { planId, reason: '下调' });
    await lower(planLineId, '650000.00');
    await made(at.admin, 'submitPlan', { planId });
    const stepId = await node(planLineId, '650000.01');
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({
      __typename: 'GateNotMet',
      gate: 'PLAN_APPROVAL',
      missing: [expect.stringContaining('it is 650000.01') as string],
    });
    await made(at.admin, 'updateStep', { stepId, floor: cny('650000.00') });
    expect(await run(at.admin, 'approvePlan', { planId })).toMatchObject({ __typename: 'Plan' });
  });

  it('also of a plan that is being written', async () => {
    const { planId, planLineId } = await makePlan(at.admin);
    await node(planLineId, '800000.00');
    await lower(planLineId, '799999.99');
    expect(await run(at.admin, 'submitPlan', { planId })).toMatchObject({
      missing: [expect.stringContaining('at most 799999.99') as string],
    });
  });

  it('and what the caller may not see is only counted', async () => {
    const ownerId = await makeRep(at.admin, { team: 'south' });
    const { planId, planLineId } = await makePlan(at.admin, {}, { ownerId });
    await node(planLineId, '800000.00');
    await node(planLineId, '800000.00', { ownerId: await makeRep(at.admin) });
    await lower(planLineId, '500000.00');
    expect(await run(at.manager, 'submitPlan', { planId })).toMatchObject({
      missing: ['floors of at most the target; 2 key nodes that you may not see have higher ones'],
    });
  });
});
