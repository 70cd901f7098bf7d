import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeRep, makeStepTemplate, run } from '../spec/house';

describe('steps of planning (X02–X07, X11, P25)', () => {
  const at = house();
  const told = async (stepId: string) =>
    (await at.service.published('fivepoint.planning.step-changed.v1')).filter(({ subject }) => subject === stepId);

  async function accountStep(over: object = {}, template: object = {}) {
    const [stepTemplateId, ownerId] = [await makeStepTemplate(at.admin, template), await makeRep(at.admin)];
    const accountId = await makeAccount(at.admin, { ownerId });
    const step = await run(at.admin, 'planStep', { stepTemplateId, accountId, ...over });
    return { stepId: step.id as string, step, stepTemplateId, accountId, ownerId };
  }
  const ticks = (...names: string[]) => names.map((name) => ({ name, evidence: `${name} 存档 7` }));

  it('begin from a template, with its days and the account’s owner where nobody says otherwise', async () => {
    const { step, stepTemplateId, accountId, ownerId } = await accountStep();
    expect(step).toMatchObject({
      status: 'PLANNED',
      nextStatuses: ['STARTED', 'CANCELLED'],
      degree: 0,
      plannedOn: '2026-06-18',
      dueOn: '2026-06-25',
      task: null,
      floor: null,
      team: 'north',
      account: { id: accountId },
      owner: { id: ownerId },
      planLine: null,
      template: { id: stepTemplateId },
      inputs: [
        { name: '驱动量', evidence: null },
        { name: '价格表', evidence: null },
      ],
      missingToStart: ['驱动量', '价格表'],
      missingToComplete: ['测算', '纪要', 'a degree of at least 80, not 0'],
    });
    const said = { plannedOn: '2026-07-01', dueOn: '2026-07-20', task: '走访三个地市' };
    const other = await makeRep(at.admin);
    expect((await accountStep({ ...said, ownerId: other })).step).toMatchObject({ ...said, owner: { id: other } });
  });

  it('start only with their inputs and are done only with outputs and degree; what is missing is listed', async () => {
    const { stepId } = await accountStep();
    const gate = { __typename: 'GateNotMet' };
    expect(await run(at.admin, 'startStep', { stepId })).toMatchObject({
      ...gate,
      gate: 'STEP_START',
      missing: ['驱动量', '价格表'],
    });
    expect(await run(at.admin, 'completeStep', { stepId })).toMatchObject({ allowed: ['STARTED', 'CANCELLED'] });
    await made(at.admin, 'recordStepProgress', { stepId, inputs: ticks('价格表') });
    expect(await run(at.admin, 'startStep', { stepId })).toMatchObject({ ...gate, missing: ['驱动量'] });
    await made(at.admin, 'recordStepProgress', { stepId, inputs: ticks('驱动量') });
    expect(await run(at.admin, 'startStep', { stepId })).toMatchObject({ status: 'STARTED', missingToStart: [] });
    await made(at.admin, 'recordStepProgress', { stepId, outputs: ticks('纪要'), degree: 79 });
    expect(await run(at.admin, 'completeStep', { stepId })).toMatchObject({
      ...gate,
      gate: 'STEP_COMPLETION',
      missing: ['测算', 'a degree of at least 80, not 79'],
    });
    expect(await run(at.admin, 'recordStepProgress', { stepId, outputs: ticks('测算'), degree: 80 })).toMatchObject({
      outputs: [
        { name: '测算', evidence: '测算 存档 7' },
        { name: '纪要', evidence: '纪要 存档 7' },
      ],
      missingToComplete: [],
    });
    expect(await run(at.admin, 'completeStep', { stepId })).toMatchObject({
      status: 'DONE',
      nextStatuses: [],
      doneAt: '2026-06-15T04:00:00.000Z',
    });
    for (const [mutation, input] of [
      ['recordStepProgress', { degree: 1 }],
      ['updateStep', { task: 'x' }],
    ] as const)
      expect(await run(at.admin, mutation, { stepId, ...input })).toMatchObject({
        __typename: 'StepEnded',
        endedAs: 'DONE',
      });
    expect(await run(at.admin, 'cancelStep', { stepId, reason: '不再需要' })).toMatchObject({ allowed: [] });
  });

  it('take a tick back, and take none that the template does not name', async () => {
    const { stepId } = await accountStep();
    await made(at.admin, 'recordStepProgress', { stepId, inputs: ticks('驱动量', '价格表') });
    const taken = await run(at.admin, 'recordStepProgress', { stepId, inputs: [{ name: '驱动量', evidence: null }] });
    expect(taken).toMatchObject({ missingToStart: ['驱动量'] });
    const wrong = { stepId, inputs: ticks('测算'), outputs: ticks('纪要', '纪要') };
    expect(await run(at.admin, 'recordStepProgress', wrong)).toMatchObject({
      problems: [
        { path: 'inputs.0.name', message: 'must be one of 驱动量, 价格表' },
        { path: 'outputs.1.name', message: 'must come once' },
      ],
    });
  });

  it('go on with the edition that they began with', async () => {
    const stepKey = `step-${uuidv7()}`;
    const { stepId } = await accountStep({}, { stepKey });
    await makeStepTemplate(at.admin, { stepKey, requiredInputs: [] });
    expect(await run(at.admin, 'startStep', { stepId })).toMatchObject({ missing: ['驱动量', '价格表'] });
  });

  it('tell all that is true of them with each change, and nothing where nothing has changed', async () => {
    const { stepId, accountId, ownerId } = await accountStep({}, { requiredInputs: [], requiredOutputs: [] });
    await made(at.admin, 'startStep', { stepId });
    await made(at.admin, 'recordStepProgress', { stepId, degree: 90 });
    await made(at.admin, 'recordStepProgress', { stepId, degree: 90 });
    await made(at.admin, 'updateStep', { stepId, dueOn: '2026-06-26' });
    await made(at.admin, 'updateStep', { stepId, dueOn: '2026-06-26' });
    await made(at.admin, 'completeStep', { stepId });
    const events = await told(stepId);
    expect(events.map(({ data }) => [data.status, data.degree, data.dueOn, data.done])).toEqual([
      ['PLANNED', 0, '2026-06-25', false],
      ['STARTED', 0, '2026-06-25', false],
      ['STARTED', 90, '2026-06-25', false],
      ['STARTED', 90, '2026-06-26', false],
      ['DONE', 90, '2026-06-26', true],
    ]);
    expect(events[0]).toMatchObject({
      key: accountId,
      data: { stepId, accountId, point: 'PLAN', action: '客户潜力分析', required: true, ownerId, team: 'north' },
    });
    expect(Object.keys(events[0]?.data ?? {})).not.toContain('planLineId');
  });

  it('are handed over within the own teams, and called off with a reason', async () => {
    const { stepId } = await accountStep();
    const south = await makeRep(at.admin, { team: 'south' });
    const refused = await run(at.manager, 'updateStep', { stepId, ownerId: south });
    expect(refused).toMatchObject({ problems: [{ path: 'ownerId' }] });
    const north = await makeRep(at.admin);
    expect(await run(at.manager, 'updateStep', { stepId, ownerId: north, expectedVersion: 1 })).toMatchObject({
      owner: { id: north },
      version: 2,
    });
    expect(await run(at.manager, 'updateStep', { stepId, task: 'x', expectedVersion: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 2,
    });
    expect(await run(at.manager, 'cancelStep', { stepId, reason: '客户取消项目' })).toMatchObject({
      status: 'CANCELLED',
      cancelReason: '客户取消项目',
      missingToComplete: [],
    });
    expect((await told(stepId)).at(-1)?.data).toMatchObject({ status: 'CANCELLED', done: true, ownerId: north });
  });

  describe('that are required and late', () => {
    const days = { plannedOn: '2026-06-01', dueOn: '2026-06-14' };
    const send = (graph: typeof at.admin, stepId: string) => [
      () => run(graph, 'updateStep', { stepId, dueOn: '2026-07-31' }),
      () => run(graph, 'cancelStep', { stepId, reason: '来不及了' }),
    ];
    const all = ['EXECUTIVE', 'ADMIN', 'MANAGER'];

    it('are neither put off nor called off by the owner or a colleague, but done, handed over and described', async () => {
      const { stepId, ownerId } = await accountStep(days, { requiredInputs: [] });
      for (const graph of [await at.repAs(ownerId, ['north']), await at.repAs(uuidv7(), ['north'])])
        for (const refused of send(graph, stepId))
          expect(await refused()).toEqual({
            __typename: 'StepOverdue',
            approvers: all,
            message:
              'The step is required and was due on 2026-06-14: it is called off or put off by EXECUTIVE or ADMIN or MANAGER; ask one of them.',
          });
      const owner = await at.repAs(ownerId, ['north']);
      expect(await run(owner, 'updateStep', { stepId, task: '补做', dueOn: '2026-06-14' })).toMatchObject({
        task: '补做',
        dueOn: '2026-06-14',
      });
      expect(await run(owner, 'startStep', { stepId })).toMatchObject({ status: 'STARTED' });
    });

    it('are so by who leads the team, and by an executive', async () => {
      const executive = await at.service.as({ roles: ['EXECUTIVE'] });
      for (const graph of [at.manager, executive, at.admin]) {
        const { stepId } = await accountStep(days);
        const [putOff] = send(graph, stepId);
        expect(await putOff?.()).toMatchObject({ dueOn: '2026-07-31' });
        const second = (await accountStep(days)).stepId;
        const [, callOff] = send(graph, second);
        expect(await callOff?.()).toMatchObject({ status: 'CANCELLED' });
      }
    });

    it('are so by a manager only where they are somebody else’s, of a team that is led', async () => {
      const ownerId = await makeRep(at.admin);
      const { stepId } = await accountStep({ ...days, ownerId });
      const self = await at.service.as({ roles: ['REP', 'MANAGER'], repId: ownerId, teams: ['north'] });
      for (const refused of send(self, stepId))
        expect(await refused()).toMatchObject({ __typename: 'StepOverdue', approvers: ['EXECUTIVE', 'ADMIN'] });
      const south = await accountStep({ ...days, ownerId: await makeRep(at.admin, { team: 'south' }) });
      const owners = south.step['owner'] as { id: string };
      const elsewhere = await at.service.as({ roles: ['MANAGER'], repId: owners.id, teams: ['north'] });
      for (const refused of send(elsewhere, south.stepId))
        expect(await refused()).toMatchObject({ __typename: 'StepOverdue', approvers: all });
    });

    it('are only those: on the due day, or where nobody must have done them, the owner decides', async () => {
      for (const [over, template] of [
        [{ ...days, dueOn: '2026-06-15' }, {}],
        [days, { required: false }],
      ] as const) {
        const { stepId, ownerId } = await accountStep(over, template);
        const owner = await at.repAs(ownerId, ['north']);
        expect(await run(owner, 'updateStep', { stepId, dueOn: '2026-07-31' })).toMatchObject({ dueOn: '2026-07-31' });
        expect(await run(owner, 'cancelStep', { stepId, reason: '客户取消' })).toMatchObject({ status: 'CANCELLED' });
      }
    });
  });

  describe('of a plan line are its key nodes', () => {
    const ask = `query ($id: UUID!) { planLine(id: $id) {
      keyNodes { totalCount nodes { id task dueOn floor { amount currency } owner { id } } } activity { id } } }`;
    const lineOf = async (id: string, graph = at.admin) =>
      (
        await graph.query<{
          planLine: { keyNodes: { totalCount: number; nodes: Result[] }; activity: { id: string } | null } | null;
        }>(ask, { id })
      ).planLine;

    it('with owner, task, due day and floor, in the turn of the line', async () => {
      const { planLineId, accountId, ownerId } = await makePlan(at.admin);
      const stepTemplateId = await makeStepTemplate(at.admin, { requiredInputs: [] });
      const node = { stepTemplateId, planLineId, task: '样机进场', dueOn: '2026-09-30', floor: cny('300000.00') };
      const planned = await run(at.admin, 'planStep', node);
      expect(planned).toMatchObject({
        account: { id: accountId },
        owner: { id: ownerId },
        planLine: { id: planLineId },
      });
      const { planLine } = await at.admin.query<{ planLine: Result }>(
        'query ($id: UUID!) { planLine(id: $id) { correlationId } }',
        { id: planLineId },
      );
      expect(planned['correlationId']).toBe(planLine['correlationId']);
      expect((await lineOf(planLineId))?.keyNodes).toEqual({
        totalCount: 1,
        nodes: [
          {
            id: planned.id,
            task: '样机进场',
            dueOn: '2026-09-30',
            floor: { amount: '300000.00', currency: 'CNY' },
            owner: { id: ownerId },
          },
        ],
      });
      expect((await told(planned.id as string))[0]?.data.planLineId).toBe(planLineId);
      const none = await run(at.admin, 'updateStep', { stepId: planned.id, floor: null });
      expect(none).toMatchObject({ floor: null });
    });

    it('whose owner does not see the line is not told its target', async () => {
      const { planLineId } = await makePlan(at.admin);
      const [stepTemplateId, helper] = [await makeStepTemplate(at.admin), await makeRep(at.admin)];
      const stepId = await made(at.admin, 'planStep', { stepTemplateId, planLineId, ownerId: helper });
      const heir = await makeRep(at.admin, { team: 'south' });
      await made(at.admin, 'updatePlanLine', { planLineId, ownerId: heir, target: cny('1234567.00') });
      const before = await at.repAs(helper);
      const refused = await run(before, 'updateStep', { stepId, floor: cny('99999999.00') });
      expect(refused['problems']).toEqual([{ path: 'floor', message: 'is changed only by who sees the plan line' }]);
      expect(await run(before, 'updateStep', { stepId, task: '移交' })).toMatchObject({ task: '移交' });
    });

    it('of which the one that goes on is its activity: the started one due first, else the planned one', async () => {
      const { planLineId } = await makePlan(at.admin);
      const stepTemplateId = await makeStepTemplate(at.admin, {
        requiredInputs: [],
        requiredOutputs: [],
        leastDegree: 0,
        startDays: 0,
      });
      const node = (dueOn: string) => made(at.admin, 'planStep', { stepTemplateId, planLineId, dueOn });
      expect((await lineOf(planLineId))?.activity).toBeNull();
      const [late, soon] = [await node('2026-09-01'), await node('2026-08-01')];
      expect((await lineOf(planLineId))?.activity).toEqual({ id: soon });
      await made(at.admin, 'startStep', { stepId: late });
      expect((await lineOf(planLineId))?.activity).toEqual({ id: late });
      await made(at.admin, 'completeStep', { stepId: late });
      expect((await lineOf(planLineId))?.activity).toEqual({ id: soon });
      await made(at.admin, 'cancelStep', { stepId: soon, reason: '合并' });
      expect((await lineOf(planLineId))?.activity).toBeNull();
    });

    it('are refused with all that is wrong', async () => {
      const { planLineId, accountId } = await makePlan(at.admin);
      const [stepTemplateId, other] = [await makeStepTemplate(at.admin, { point: 'WIN' }), await makeAccount(at.admin)];
      const wrong = {
        stepTemplateId,
        planLineId,
        accountId: other,
        plannedOn: '2026-07-02',
        dueOn: '2026-07-01',
        floor: cny('1500000.01'),
      };
      expect(await run(at.admin, 'planStep', wrong)).toMatchObject({
        problems: [
          { path: 'stepTemplateId' },
          { path: 'accountId', message: "must be the plan line's, or left out" },
          { path: 'dueOn' },
          { path: 'floor', message: 'must be at most the target, 1500000.00' },
        ],
      });
      const right = await makeStepTemplate(at.admin);
      expect(await run(at.admin, 'planStep', { stepTemplateId: right, planLineId, accountId })).toMatchObject({
        status: 'PLANNED',
      });
      expect(await run(at.admin, 'planStep', { stepTemplateId: right })).toMatchObject({
        problems: [{ path: 'accountId', message: 'name an account, or a plan line' }],
      });
      const nobodys = await run(at.admin, 'planStep', { stepTemplateId: right, accountId: other, floor: cny('1.00') });
      expect(nobodys).toMatchObject({ problems: [{ path: 'ownerId' }, { path: 'floor' }] });
      for (const [entity, input] of [
        ['StepTemplate', { stepTemplateId: accountId, accountId }],
        ['Account', { stepTemplateId: right, accountId: right }],
        ['PlanLine', { stepTemplateId: right, planLineId: right }],
        ['Rep', { stepTemplateId: right, accountId, ownerId: right }],
      ] as const)
        expect(await run(at.admin, 'planStep', input)).toMatchObject({ __typename: 'NotFound', entity });
    });
  });

  it('are seen by owner and team, and by who sees all of planning; by account, too', async () => {
    const { stepId, accountId, ownerId } = await accountStep();
    const ask = `query ($id: UUID!, $a: UUID!) { step(id: $id) { id } steps(filter: { accountId: $a }) { totalCount }
      account(id: $a) { steps { nodes { id } } } }`;
    const seen = (graph: Pick<typeof at.admin, 'query'>) => graph.query<Result>(ask, { id: stepId, a: accountId });
    const all = { step: { id: stepId }, steps: { totalCount: 1 }, account: { steps: { nodes: [{ id: stepId }] } } };
    for (const graph of [at.admin, at.manager, await at.repAs(ownerId), await at.service.as({ roles: ['FINANCE'] })])
      expect(await seen(graph)).toEqual(all);
    const stranger = await at.repAs(uuidv7(), ['south']);
    expect(await seen(stranger)).toEqual({ step: null, steps: { totalCount: 0 }, account: null });
    for (const [mutation, input] of [
      ['startStep', {}],
      ['completeStep', {}],
      ['recordStepProgress', { degree: 1 }],
      ['updateStep', {}],
      ['cancelStep', { reason: 'no' }],
    ] as const)
      expect(await run(stranger, mutation, { stepId, ...input })).toMatchObject({ __typename: 'NotFound' });
  });
});
