import { addDays, type LocalDate, uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makeRep, makeSkill, run, teamNamed } from '../spec/house';
import { fen, planInForce, type PlanInForce } from '../spec/rebalancing';

type Graph = Parameters<typeof run>[0];

describe('the help that a cut opens (P31)', () => {
  const at = house();

  /** A plan with a proposal by which its second rep loses, in fen, 500 of 1000. */
  async function proposal(over: object = {}): Promise<PlanInForce & { rebalancingId: string; repId: string }> {
    await made(at.admin, 'adoptRebalancingRule', {
      stretchBasisPoints: 10_000,
      supportDays: 14,
      supportKind: 'COACHING',
    });
    const plan = await planInForce(at, [
      { target: 1000n, capacity: 5000n },
      { target: 1000n, capacity: 500n, ...over },
    ]);
    const rebalancingId = await made(at.admin, 'proposeRebalancing', { planId: plan.planId, reason: '预算推迟' });
    return { ...plan, rebalancingId, repId: plan.repIds[1] ?? '' };
  }
  const approve = (rebalancingId: string, over: object = {}, graph: Graph = at.admin) =>
    run(graph, 'approveRebalancing', { rebalancingId, ...over });

  async function supportOf(rebalancingId: string, graph: Graph = at.admin): Promise<(Result & { id: string })[]> {
    const { supportActions } = await graph.query<{ supportActions: { nodes: (Result & { id: string })[] } }>(
      `query ($id: UUID!) { supportActions(filter: { rebalancingId: $id }) { nodes { id kind task dueOn status nextStatuses outcome
        rep { id } owner { id } plan { id } rebalancing { id } coachingSessions { nodes { id } } } } }`,
      { id: rebalancingId },
    );
    return supportActions.nodes;
  }

  /** The help of an approved proposal, and who sees to it. */
  async function opened() {
    const managerId = await makeRep(at.admin);
    const plan = await proposal({ managerId });
    await approve(plan.rebalancingId);
    const [action] = await supportOf(plan.rebalancingId);
    return { ...plan, managerId, supportActionId: action?.id ?? '' };
  }

  it("is the manager's to see to, as the rule says, for who gives only", async () => {
    const managerId = await makeRep(at.admin);
    const { rebalancingId, planId, repId } = await proposal({ managerId });
    await made(at.admin, 'adoptRebalancingRule', { supportDays: 30, supportKind: 'TRAINING' });
    expect(await supportOf(rebalancingId)).toEqual([]);
    expect(await approve(rebalancingId)).toMatchObject({ status: 'APPROVED' });
    expect(await supportOf(rebalancingId)).toEqual([
      {
        id: expect.any(String) as string,
        kind: 'TRAINING',
        task: null,
        dueOn: addDays('2026-06-15' as LocalDate, 30),
        status: 'OPEN',
        nextStatuses: ['STARTED', 'CANCELLED'],
        outcome: null,
        rep: { id: repId },
        owner: { id: managerId },
        plan: { id: planId },
        rebalancing: { id: rebalancingId },
        coachingSessions: { nodes: [] },
      },
    ]);
  });

  it("falls to the team's manager, and to who approves; never to the rep, and never to nobody", async () => {
    const [team, helper] = [`team ${uuidv7()}`, await makeRep(at.admin)];
    const of = async () => proposal({ team });
    const first = await of();
    await run(at.admin, 'updateTeam', { teamId: await teamNamed(at.admin, team), managerId: helper });
    await approve(first.rebalancingId);
    expect(await supportOf(first.rebalancingId)).toMatchObject([{ owner: { id: helper } }]);
    const second = await of();
    await run(at.admin, 'updateTeam', { teamId: await teamNamed(at.admin, team), managerId: second.repId });
    expect(await approve(second.rebalancingId)).toMatchObject({
      gate: 'REBALANCING_APPROVAL',
      missing: [`somebody who helps 李娜 (${second.repId}): name an owner in supports`],
    });
    const executive = await at.service.as({ roles: ['EXECUTIVE'], repId: helper });
    expect(await approve(second.rebalancingId, {}, executive)).toMatchObject({ status: 'APPROVED' });
    expect(await supportOf(second.rebalancingId)).toMatchObject([{ owner: { id: helper } }]);
  });

  it('is what the approver says, or refused with all that is wrong', async () => {
    const { rebalancingId, repId, repIds } = await proposal();
    const ownerId = await makeRep(at.admin);
    const wrong = [
      { repId: repIds[0], ownerId },
      { repId, ownerId: repId, dueOn: '2026-06-14' },
      { repId, ownerId: uuidv7() },
    ];
    expect(await approve(rebalancingId, { supports: wrong })).toMatchObject({
      problems: [
        { path: 'supports.0.repId', message: 'must be a rep of a team that you lead, whose target is cut' },
        { path: 'supports.1.ownerId', message: 'must be somebody else than who gets the help' },
        { path: 'supports.1.dueOn', message: 'must not be before today, 2026-06-15' },
        { path: 'supports.2.repId', message: 'must come once' },
        { path: 'supports.2.ownerId' },
      ],
    });
    const said = { repId, ownerId, kind: 'PRESALES', dueOn: '2026-07-01', task: '陪同拜访三个省公司' };
    expect(await approve(rebalancingId, { supports: [said] })).toMatchObject({ status: 'APPROVED' });
    const { repId: rep, ownerId: owner, ...rest } = said;
    expect(await supportOf(rebalancingId)).toMatchObject([{ ...rest, rep: { id: rep }, owner: { id: owner } }]);
  });

  it('is begun, changed, and done with what came of it', async () => {
    const { supportActionId, managerId, repId } = await opened();
    const manager = await at.repAs(managerId);
    const change = { kind: 'LEADS', task: '转两个线索', dueOn: '2026-08-01' };
    expect(await run(manager, 'updateSupportAction', { supportActionId, ...change })).toMatchObject(change);
    expect(await run(manager, 'updateSupportAction', { supportActionId, ownerId: repId })).toMatchObject({
      problems: [{ path: 'ownerId' }],
    });
    expect(await run(manager, 'completeSupportAction', { supportActionId, outcome: '完成' })).toMatchObject({
      fromState: 'OPEN',
      allowed: ['STARTED', 'CANCELLED'],
    });
    expect(await run(manager, 'startSupportAction', { supportActionId })).toMatchObject({ status: 'STARTED' });
    expect(
      await run(manager, 'completeSupportAction', { supportActionId, outcome: '两个线索转商机', expectedVersion: 3 }),
    ).toMatchObject({ status: 'DONE', outcome: '两个线索转商机', nextStatuses: [] });
    expect(await run(manager, 'updateSupportAction', { supportActionId, task: '再来' })).toMatchObject({
      __typename: 'SupportActionEnded',
    });
    expect(await run(manager, 'cancelSupportAction', { supportActionId, reason: '再来' })).toMatchObject({
      fromState: 'DONE',
      allowed: [],
    });
  });

  it('may be called off with a reason, by who leads the team, not by the rep', async () => {
    const { supportActionId, repId } = await opened();
    expect(
      await run(await at.repAs(repId), 'cancelSupportAction', { supportActionId, reason: '不需要' }),
    ).toMatchObject({
      problems: [
        { path: 'supportActionId', message: 'must be one that you see to, or for another rep of a team that you lead' },
      ],
    });
    expect(await run(at.manager, 'cancelSupportAction', { supportActionId, reason: '已调岗' })).toMatchObject({
      status: 'CANCELLED',
      cancelReason: '已调岗',
    });
  });

  it('is not called off by the rep, also not by one who leads the team; above them nobody is there to ask', async () => {
    const { supportActionId, repId } = await opened();
    const lead = await at.service.as({ roles: ['REP', 'MANAGER'], teams: ['north'], repId });
    const refused = { problems: [{ path: 'supportActionId' }] };
    expect(await run(lead, 'cancelSupportAction', { supportActionId, reason: '不需要' })).toMatchObject(refused);
    expect(await run(lead, 'startSupportAction', { supportActionId })).toMatchObject(refused);
    const executive = await at.service.as({ roles: ['EXECUTIVE'], repId });
    expect(await run(executive, 'cancelSupportAction', { supportActionId, reason: '不需要' })).toMatchObject({
      status: 'CANCELLED',
    });
  });

  it.each(['CSM', 'DELIVERY', 'FINANCE', 'PRESALES'] as const)(
    'is begun and done by an owner who is %s',
    async (role) => {
      const { supportActionId, managerId } = await opened();
      const owner = await at.service.as({ roles: [role], repId: managerId });
      expect(await run(owner, 'startSupportAction', { supportActionId })).toMatchObject({ status: 'STARTED' });
      expect(await run(owner, 'completeSupportAction', { supportActionId, outcome: '已完成' })).toMatchObject({
        status: 'DONE',
      });
      const { supportActionId: another } = await opened();
      expect(await run(owner, 'startSupportAction', { supportActionId: another })).not.toHaveProperty('status');
    },
  );

  describe('after a revision', () => {
    async function revised(planId: string, changes: object[]) {
      await made(at.admin, 'revisePlan', { planId, reason: '调整' });
      for (const change of changes) await made(at.admin, 'updatePlanLine', change);
      await made(at.admin, 'submitPlan', { planId });
      return run(at.admin, 'approvePlan', { planId, reason: '调整' });
    }
    async function helpOf(planId: string) {
      const { supportActions } = await at.admin.query<{ supportActions: { nodes: (Result & { id: string })[] } }>(
        `query ($id: UUID!) { supportActions(filter: { planId: $id }) { nodes { id kind dueOn status rep { id } owner { id }
          rebalancing { id } planVersion { number } } } }`,
        { id: planId },
      );
      return supportActions.nodes;
    }

    it('is opened for each rep whose target it cut within the period, and for nobody else', async () => {
      const managerId = await makeRep(at.admin);
      const { planId, lineIds, repIds } = await planInForce(at, [
        { target: 500_000n, capacity: 900_000n },
        { target: 300_000n, capacity: 900_000n, managerId },
        { target: 300_000n, capacity: 900_000n },
      ]);
      await made(at.admin, 'adoptRebalancingRule', { supportDays: 14, supportKind: 'COACHING' });
      const [, second, third] = lineIds;
      expect(await revised(planId, [{ planLineId: second, target: fen(299_999n) }])).toMatchObject({
        __typename: 'Plan',
      });
      const opened = {
        ...{ id: expect.any(String) as string, kind: 'COACHING', dueOn: '2026-06-29', status: 'OPEN' },
        ...{ rep: { id: repIds[1] }, owner: { id: managerId }, rebalancing: null, planVersion: { number: 2 } },
      };
      expect(await helpOf(planId)).toEqual([opened]);
      // Nobody is above the third: the help is there, and whoever leads the team says whose it is.
      await revised(planId, [
        { planLineId: third, target: fen(1n) },
        { planLineId: second, target: fen(300_000n) },
      ]);
      const help = await helpOf(planId);
      const unowned = help.find(({ id }) => id !== help.find(({ rep }) => (rep as Result)['id'] === repIds[1])?.id);
      expect(help).toHaveLength(2);
      expect(unowned).toMatchObject({ rep: { id: repIds[2] }, owner: null, planVersion: { number: 3 } });
      const nobody = await at.service.as({ roles: ['FINANCE'] });
      expect(await run(nobody, 'startSupportAction', { supportActionId: unowned?.id })).toMatchObject({
        __typename: 'NotFound',
      });
      expect(
        await run(at.manager, 'updateSupportAction', { supportActionId: unowned?.id, ownerId: managerId }),
      ).toMatchObject({ owner: { id: managerId } });
    });

    it('is not opened before the period, nor once more for what a rebalancing cut', async () => {
      const plan = await approvedPlan(at.admin, { startsOn: '2027-01-01', endsOn: '2027-12-31' });
      await revised(plan.planId, [{ planLineId: plan.planLineId, target: fen(100n), floor: fen(0n), stretch: null }]);
      expect(await helpOf(plan.planId)).toEqual([]);
      const managerId = await makeRep(at.admin);
      const { rebalancingId, planId, lineIds } = await proposal({ managerId });
      await approve(rebalancingId);
      await revised(planId, [{ planLineId: lineIds[1], target: fen(500n) }]);
      expect(await helpOf(planId)).toMatchObject([{ rebalancing: { id: rebalancingId } }]);
      await revised(planId, [{ planLineId: lineIds[1], target: fen(499n) }]);
      expect(await helpOf(planId)).toHaveLength(2);
    });
  });

  it('is practised with a coach, in the log of coaching', async () => {
    const { supportActionId, managerId, repId, repIds, rebalancingId } = await opened();
    const practised = { coachId: managerId, skillId: await makeSkill(at.admin), practised: '谈判', outcome: '好转' };
    const session = await run(at.manager, 'recordCoaching', { repId, supportActionId, ...practised });
    expect(session).toMatchObject({ __typename: 'CoachingSession', supportAction: { id: supportActionId } });
    expect(await supportOf(rebalancingId)).toMatchObject([{ coachingSessions: { nodes: [{ id: session.id }] } }]);
    expect(await run(at.manager, 'recordCoaching', { repId: repIds[0], supportActionId, ...practised })).toMatchObject({
      problems: [{ path: 'supportActionId', message: 'must be help for the rep who practised' }],
    });
  });

  it('shows to the rep, to who sees to it and to who leads the team', async () => {
    const { rebalancingId, managerId, repId, repIds } = await opened();
    const count = async (graph: Graph) => (await supportOf(rebalancingId, graph)).length;
    for (const graph of [at.admin, at.manager, await at.repAs(repId), await at.repAs(managerId, ['south'])])
      expect(await count(graph)).toBe(1);
    for (const graph of [
      await at.repAs(repIds[0] ?? '', ['north']),
      await at.service.as({ roles: ['FINANCE', 'CSM'], teams: ['north'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
    ])
      expect(await count(graph)).toBe(0);
    const { rep } = await at.manager.query<{ rep: Result }>(
      'query ($id: UUID!) { rep(id: $id) { supportActions { totalCount } } }',
      { id: repId },
    );
    expect(rep['supportActions']).toEqual({ totalCount: 1 });
  });
});
