import { uuidv7 } from '@fivepoint/kernel';
import { unansweredInputs } from '@fivepoint/testing';
import {
  approvedPlan,
  type PlanMade,
  house,
  made,
  makeAccount,
  makeCandidate,
  makeContact,
  makeDriver,
  makePlan,
  makePlay,
  makeProduct,
  makeRep,
  makeSkill,
  makeStepTemplate,
  makeTeam,
  teamNamed,
} from './house';
import { planInForce } from './rebalancing';
import { registerTenantOf } from './registered';

/** Made when it is asked for first. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

describe("planning's commands", () => {
  // Nobody plays rehearsals through: those that are started wait until they are called off.
  const at = house({ background: [] });

  beforeAll(() => registerTenantOf(at.service));

  it('are done, or refused in words, whatever comes in', async () => {
    const counting = ['closePlan', 'revisePlan', 'discardRevision'];
    const later = { startsOn: '2026-07-01', endsOn: '2026-12-31' };
    const good = async (mutation: string) => {
      const future = mutation === 'startPlan';
      at.today = '2026-06-15';
      const plan = once(async () => {
        const made = counting.includes(mutation)
          ? await approvedPlan(at.admin)
          : future
            ? await approvedPlan(at.admin, later)
            : await makePlan(at.admin);
        if (future) at.today = '2026-07-01';
        await comeAsFarAs(mutation, made);
        return made;
      });
      const ofPlan = (name: keyof PlanMade) => async () => (await plan())[name];
      return {
        planId: ofPlan('planId'),
        planLineId: ofPlan('planLineId'),
        accountId: ofPlan('accountId'),
        productId: mutation.startsWith('addPlanLine') ? () => makeProduct(at.admin) : ofPlan('productId'),
        ownerId: ofPlan('ownerId'),
        ...later,
        plannedOn: '2026-07-01',
        dueOn: '2026-07-31',
        triggeredOn: '2026-06-01',
        ...(/Step|WarGameCard/.test(mutation) && (await stepsOf(mutation, (await plan()).planLineId))),
        playIds: async () => [await makePlay(at.admin)],
        expectedVersion: null,
        email: 'li.na@example.com',
        creditCode: null,
        contactId: async () => makeContact(at.admin, { accountId: (await plan()).accountId }),
        support: -1,
        stages: [{ stage: 'BID', name: '投标', conversionBasisPoints: 4500 }],
        demandDriverId: () => makeDriver(at.admin),
        measuredOn: '2026-06-01',
        contactIds: [],
        relationshipOwnerId: ofPlan('ownerId'),
        leftOn: '2026-06-01',
        legalEntityId: () => made(at.admin, 'registerLegalEntity', { name: '江苏电信有限公司' }),
        parentId: null,
        parentExternalId: null,
        managerId: null,
        managerExternalId: null,
        userId: uuidv7(),
        closesOn: '2026-09-30',
        slipBasisPoints: [9_000, 1_000],
        payments: [{ basisPoints: 10_000, lagMonths: 1 }],
        seed: '7',
        trialCount: 1_000,
        planVersionId: null,
        correlations: [],
        rehearsalId: async () => made(at.admin, 'startRehearsal', { planId: (await plan()).planId }),
        teamId: () => makeTeam(at.admin),
        repId: ofPlan('ownerId'),
        assignedOn: '2026-06-01',
        vacatedOn: '2026-06-02',
        accountSeatId: async () => {
          const { accountId, ownerId: repId } = await plan();
          return made(at.admin, 'assignSeat', { accountId, seat: 'DELIVERY', repId, assignedOn: '2026-06-01' });
        },
        ...(await peopleFor(mutation)),
        supportActionId: null,
        ...(await rebalancingFor(mutation)),
        targets: async () => [await measuredTarget()],
        effectiveOn: '2026-07-01',
        startedOn: '2026-01-01',
        certifiedOn: '2026-06-01',
        level: mutation === 'assessLeavingRisk' ? 'HIGH' : mutation === 'assessSkill' ? 3 : 'PROVINCE',
        assessedOn: '2026-06-01',
        coachedOn: '2026-06-01',
        hiredOn: '2026-06-01',
        rampedOn: '2026-06-01',
        endedOn: '2026-06-01',
        expectedStartOn: '2026-07-01',
        assessmentCurrency: 'CNY',
        notedOn: '2026-06-01',
        touchedOn: '2026-06-01',
        nextOn: '2026-07-01',
        ...(/^(select|reject)Account$/.test(mutation) && { planId: null }),
        ...(mutation === 'adoptRelationshipChain' && { basisPoints: 10_000 }),
        cells: [true, false].flatMap((highPotential) =>
          [true, false].map((highRelationship) => ({ highPotential, highRelationship, class: 'CORE' })),
        ),
        bookingsBasisPoints: 7_000,
        cashBasisPoints: 3_000,
        floorBasisPoints: 5_000,
        capBasisPoints: 20_000,
        fromBasisPoints: 0,
        expiresOn: '2026-12-31',
        happenedOn: '2026-06-01',
        relationshipOverrideId: async () =>
          made(at.admin, 'overrideStage', {
            ...{
              accountId: (await plan()).accountId,
              stage: 'MATURITY',
              reason: '合同已口头确认',
              expiresOn: '2026-12-31',
            },
          }),
      };
    };
    /** A plan with its line, brought to where the mutation may be done. */
    const comeAsFarAs = async (mutation: string, { planId, planLineId }: PlanMade) => {
      if (mutation === 'discardRevision') await made(at.admin, 'revisePlan', { planId, reason: 'more' });
      if (mutation === 'approvePlan' || mutation === 'returnPlan') await made(at.admin, 'submitPlan', { planId });
      const outlook = { planLineId, probabilityBasisPoints: 5_000, closesOn: '2026-09-30' };
      if (!/Rehearsal$/.test(mutation)) return;
      await made(at.admin, 'recordLineOutlook', outlook);
      await made(at.admin, 'changePlanRules', { mostRehearsalCount: 100 });
    };
    const rebalancingFor = async (mutation: string) => {
      if (!/Rebalancing$|SupportAction$/.test(mutation)) return {};
      const managerId = await makeRep(at.admin);
      const { planId, repIds } = await planInForce(at, [
        { target: 1000n, capacity: 5000n, managerId },
        { target: 1000n, capacity: 0n, managerId },
      ]);
      if (mutation === 'proposeRebalancing') return { planId };
      const rebalancingId = await made(at.admin, 'proposeRebalancing', { planId, reason: '预算推迟' });
      const repId = repIds[1];
      if (!mutation.endsWith('SupportAction'))
        return {
          rebalancingId,
          supports: [{ repId, kind: 'LEADS', ownerId: managerId, dueOn: '2026-07-31', task: '转线索' }],
        };
      await made(at.admin, 'approveRebalancing', { rebalancingId });
      const { rebalancing } = await at.admin.query<{ rebalancing: { supportActions: { nodes: { id: string }[] } } }>(
        'query ($id: UUID!) { rebalancing(id: $id) { supportActions { nodes { id } } } }',
        { id: rebalancingId },
      );
      const supportActionId = rebalancing.supportActions.nodes[0]?.id;
      if (mutation === 'completeSupportAction') await made(at.admin, 'startSupportAction', { supportActionId });
      return { supportActionId, ownerId: managerId };
    };
    /** A target that may be proposed, of an account in the plan's team. */
    const measuredTarget = async () => {
      const [ownerId, productId] = [await makeRep(at.admin), await makeProduct(at.admin)];
      const accountId = await makeAccount(at.admin, { ownerId });
      await made(at.admin, 'recordDriverMeasure', {
        ...{ accountId, productId, demandDriverId: await makeDriver(at.admin), source: '年报' },
        ...{ quantity: '100', intensity: '1', unitPrice: { amount: '1000.00', currency: 'CNY' } },
      });
      return { accountId, productId, ownerId, floorBasisPoints: 5_000 };
    };
    const peopleFor = async (mutation: string) => {
      if (!/Skill|Coaching|Candida/.test(mutation)) return {};
      const [repId, coachId] = [await makeRep(at.admin), await makeRep(at.admin)];
      const candidateId = await makeCandidate(at.admin, { targetTeamId: await teamNamed(at.admin, 'north') });
      const step = (name: 'hireCandidate' | 'markCandidateRamped', over: object = {}) =>
        made(at.admin, name, { candidateId, ...over });
      if (mutation === 'markCandidateRamped' || mutation === 'certifyCandidate')
        await step('hireCandidate', { repId, hiredOn: '2026-05-01' });
      if (mutation === 'certifyCandidate') await step('markCandidateRamped', { rampedOn: '2026-05-31' });
      return {
        repId,
        coachId,
        candidateId,
        skillId: await makeSkill(at.admin),
        targetTeamId: await teamNamed(at.admin, 'north'),
      };
    };
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });

  /** A step of the plan line that has come as far as the mutation needs it, with a card of it. */
  async function stepsOf(mutation: string, planLineId: string) {
    const [input, output] = ['驱动量', '测算'];
    const stepTemplateId = await makeStepTemplate(at.admin, { requiredInputs: [input], requiredOutputs: [output] });
    const stepId = await made(at.admin, 'planStep', { stepTemplateId, planLineId });
    const ticked = (name: string) => [{ name, evidence: '纪要' }];
    const progress = { stepId, inputs: ticked(input), outputs: ticked(output), degree: 100 };
    if (mutation !== 'recordStepProgress') await made(at.admin, 'recordStepProgress', progress);
    if (mutation === 'completeStep') await made(at.admin, 'startStep', { stepId });
    const card = { side: 'RIVAL', move: '降价', answer: '打包', trigger: '重新报价' };
    return {
      stepTemplateId,
      stepId,
      inputs: ticked(input),
      outputs: ticked(output),
      warGameCardId: await made(at.admin, 'addWarGameCard', { stepId, ...card }),
      stepKey: 'account-potential',
    };
  }
});
