import { type EventType, eventTypes } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeCandidate, makeRep, makeTeam, run, teamNamed } from '../spec/house';

describe('the talent pipeline (P35, P40)', () => {
  const at = house();

  beforeAll(async () => {
    for (const team of ['north', 'south']) await makeRep(at.admin, { team });
  });
  const north = () => teamNamed(at.admin, 'north');

  it('considers somebody for a job in a team', async () => {
    const targetTeamId = await north();
    const input = {
      name: '周杰',
      source: 'HUNTED',
      targetTeamId,
      targetRole: '客户经理',
      expectedStartOn: '2026-09-01',
      background: '八年电信行业',
    };
    expect(await run(at.manager, 'registerCandidate', input)).toEqual({
      __typename: 'Candidate',
      id: expect.any(String) as string,
      version: 1,
      name: '周杰',
      source: 'HUNTED',
      status: 'CANDIDATE',
      nextStatuses: ['HIRED', 'REJECTED'],
      targetRole: '客户经理',
      expectedStartOn: '2026-09-01',
      background: '八年电信行业',
      hiredOn: null,
      rampedOn: null,
      certifiedOn: null,
      endedOn: null,
      endReason: null,
      targetTeam: { id: targetTeamId },
      rep: null,
    });
    expect(
      await run(at.manager, 'registerCandidate', {
        ...input,
        targetTeamId: await teamNamed(at.admin, 'south'),
        expectedStartOn: '2036-06-16',
      }),
    ).toMatchObject({
      problems: [{ path: 'targetTeamId', message: 'must be a team that you lead' }, { path: 'expectedStartOn' }],
    });
    expect(await run(at.manager, 'registerCandidate', { ...input, targetTeamId: uuidv7() })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Team',
    });
  });

  it('changes in what is said, and for another team before somebody is hired', async () => {
    const candidateId = await makeCandidate(at.admin, { targetTeamId: await north(), background: 'x' });
    const change = (over: object, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
      run(graph, 'updateCandidate', { candidateId, ...over });
    expect(await change({ targetRole: '售前', background: null, expectedVersion: 1 })).toMatchObject({
      version: 2,
      name: '周杰',
      targetRole: '售前',
      background: null,
    });
    expect(await change({ expectedVersion: 1 })).toMatchObject({ __typename: 'VersionConflict' });
    const south = await teamNamed(at.admin, 'south');
    expect(await change({ targetTeamId: south }, at.manager)).toMatchObject({ problems: [{ path: 'targetTeamId' }] });
    await made(at.admin, 'hireCandidate', { candidateId, repId: await makeRep(at.admin, { team: 'north' }) });
    expect(await change({ targetTeamId: south })).toMatchObject({
      problems: [{ path: 'targetTeamId', message: 'changes for a candidate only; this one is HIRED' }],
    });
  });

  it('goes from candidate to certified, day by day, and makes the capacity of the rep', async () => {
    const repId = await makeRep(at.admin, { team: 'north' });
    const candidateId = await makeCandidate(at.manager, { targetTeamId: await north() });
    await made(at.manager, 'stateCapacity', { repId, effectiveOn: '2026-01-01', fullCapacity: cny('3650000.00') });
    const capacity = async () =>
      (
        await at.manager.query<{ rep: { capacity: { amount: { amount: string } } } }>(
          `query ($id: UUID!) { rep(id: $id) { capacity(from: "2026-06-10", to: "2026-06-15", currency: "CNY") {
            amount { amount } } } }`,
          { id: repId },
        )
      ).rep.capacity.amount.amount;
    expect(await capacity()).toBe('48000.00');
    const step = (mutation: 'hireCandidate' | 'markCandidateRamped' | 'certifyCandidate', over: object = {}) =>
      run(at.manager, mutation, { candidateId, ...over });
    expect(await step('certifyCandidate')).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'CANDIDATE',
      toState: 'CERTIFIED',
      allowed: ['HIRED', 'REJECTED'],
    });
    expect(await step('hireCandidate', { repId, hiredOn: '2026-04-12', expectedVersion: 1 })).toMatchObject({
      status: 'HIRED',
      hiredOn: '2026-04-12',
      rep: { id: repId },
      version: 2,
    });
    // 10 and 11 June are in the second month, the other four days in the third: 2 × .25 + 4 × .5, at .8.
    expect(await capacity()).toBe('20000.00');
    expect(await step('markCandidateRamped', { rampedOn: '2026-04-11' })).toMatchObject({
      problems: [{ path: 'rampedOn', message: 'must not be before 2026-04-12, the day of the step before' }],
    });
    expect(await step('markCandidateRamped', { rampedOn: '2026-05-01' })).toMatchObject({ status: 'RAMPED' });
    expect(await step('certifyCandidate', { certifiedOn: '2026-06-16' })).toMatchObject({
      problems: [{ path: 'certifiedOn' }],
    });
    expect(await step('certifyCandidate', { certifiedOn: '2026-06-12' })).toMatchObject({
      status: 'CERTIFIED',
      nextStatuses: ['LEFT'],
    });
    expect(await capacity()).toBe('24000.00');
    expect(await run(at.manager, 'endCandidacy', { candidateId, reason: '跳槽', endedOn: '2026-06-14' })).toMatchObject(
      {
        status: 'LEFT',
        endedOn: '2026-06-14',
        endReason: '跳槽',
        nextStatuses: [],
      },
    );
    expect(await capacity()).toBe('14000.00');
  });

  it('ends for who does not come', async () => {
    const candidateId = await makeCandidate(at.manager, { targetTeamId: await north() });
    const end = (over: object = {}) => run(at.manager, 'endCandidacy', { candidateId, reason: '薪资不符', ...over });
    expect(await end({ expectedVersion: 4 })).toMatchObject({ __typename: 'VersionConflict' });
    expect(await end()).toMatchObject({ status: 'REJECTED', endedOn: '2026-06-15', endReason: '薪资不符' });
    expect(await end()).toMatchObject({ __typename: 'TransitionRefused', allowed: [] });
  });

  it('knows whom somebody has become: a rep of the team, and nobody else', async () => {
    const targetTeamId = await north();
    const [candidateId, other] = [
      await makeCandidate(at.admin, { targetTeamId }),
      await makeCandidate(at.admin, { targetTeamId }),
    ];
    const [repId, southerner] = [
      await makeRep(at.admin, { team: 'north' }),
      await makeRep(at.admin, { team: 'south' }),
    ];
    const hire = (over: object) => run(at.admin, 'hireCandidate', { candidateId, repId, ...over });
    expect(await hire({ repId: southerner, hiredOn: '2026-06-16' })).toMatchObject({
      problems: [{ path: 'hiredOn' }, { path: 'repId', message: 'must be a rep of the target team, north' }],
    });
    expect(await hire({ repId: targetTeamId })).toMatchObject({ __typename: 'NotFound', entity: 'Rep' });
    const answers = await Promise.all([hire({}), hire({ candidateId: other })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Candidate', 'InvalidInput']);
  });

  it('takes who has left back, from a day on: as a new candidate and the same rep', async () => {
    const targetTeamId = await north();
    const repId = await makeRep(at.admin, { team: 'north' });
    const [candidateId, again] = [
      await makeCandidate(at.admin, { targetTeamId }),
      await makeCandidate(at.admin, { targetTeamId }),
    ];
    await made(at.admin, 'stateCapacity', { repId, effectiveOn: '2026-01-01', fullCapacity: cny('7300000.00') });
    await made(at.admin, 'hireCandidate', { candidateId, repId, hiredOn: '2026-01-02' });
    const hire = (hiredOn: string) => run(at.admin, 'hireCandidate', { candidateId: again, repId, hiredOn });
    expect(await hire('2026-05-20')).toMatchObject({
      problems: [{ path: 'repId', message: 'is another candidate already' }],
    });
    await made(at.admin, 'markCandidateRamped', { candidateId, rampedOn: '2026-03-01' });
    await made(at.admin, 'certifyCandidate', { candidateId, certifiedOn: '2026-03-01' });
    await made(at.admin, 'endCandidacy', { candidateId, reason: '回乡', endedOn: '2026-05-11' });
    expect(await hire('2026-05-10')).toMatchObject({
      problems: [{ path: 'hiredOn', message: 'must not be before 2026-05-11, when the rep had left' }],
    });
    expect(await hire('2026-05-20')).toMatchObject({ status: 'HIRED', hiredOn: '2026-05-20', rep: { id: repId } });
    const { rep, candidates } = await at.admin.query<Record<'rep' | 'candidates', Result>>(
      `query ($id: UUID!) { candidates(filter: { repId: $id }) { totalCount }
        rep(id: $id) { capacity(from: "2026-05-09", to: "2026-05-21", currency: "CNY") { amount { amount }
          contributions { startsOn endsOn rampBasisPoints readinessBasisPoints } } } }`,
      { id: repId },
    );
    expect(candidates).toEqual({ totalCount: 2 });
    // Two days in the fifth month, certified; nine days gone; two days in a first month again, not certified: 20,000 × (2 + 2 × .1 × .8).
    expect(rep['capacity']).toEqual({
      amount: { amount: '43200.00' },
      contributions: [
        { startsOn: '2026-05-09', endsOn: '2026-05-10', rampBasisPoints: 10000, readinessBasisPoints: 10000 },
        { startsOn: '2026-05-11', endsOn: '2026-05-19', rampBasisPoints: 0, readinessBasisPoints: 10000 },
        { startsOn: '2026-05-20', endsOn: '2026-05-21', rampBasisPoints: 1000, readinessBasisPoints: 8000 },
      ],
    });
  });

  it('lets one come back once, also of two who try at once', async () => {
    const targetTeamId = await north();
    const repId = await makeRep(at.admin, { team: 'north' });
    const candidateId = await makeCandidate(at.admin, { targetTeamId });
    await made(at.admin, 'hireCandidate', { candidateId, repId, hiredOn: '2026-01-10' });
    await made(at.admin, 'endCandidacy', { candidateId, reason: '回乡', endedOn: '2026-05-11' });
    const two = [await makeCandidate(at.admin, { targetTeamId }), await makeCandidate(at.admin, { targetTeamId })];
    const answers = await Promise.all(
      two.map((id) => run(at.admin, 'hireCandidate', { candidateId: id, repId, hiredOn: '2026-06-01' })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Candidate', 'InvalidInput']);
  });

  it('gives who has left a capacity anew from the day that is said, and none without one', async () => {
    const targetTeamId = await north();
    const repId = await makeRep(at.admin, { team: 'north' });
    const candidateId = await makeCandidate(at.admin, { targetTeamId });
    await made(at.admin, 'hireCandidate', { candidateId, repId, hiredOn: '2026-01-10' });
    await made(at.admin, 'endCandidacy', { candidateId, reason: '回乡', endedOn: '2026-05-11' });
    const state = (over: object) =>
      run(at.admin, 'stateCapacity', { repId, effectiveOn: '2026-06-01', fullCapacity: cny('7300000.00'), ...over });
    for (const over of [{}, { startedOn: '2026-05-10' }])
      expect(await state(over)).toMatchObject({
        problems: [
          {
            path: 'startedOn',
            message: 'must be given and not before 2026-05-11, when the rep had left; or hire the rep again',
          },
        ],
      });
    expect(await state({ startedOn: '2026-06-03', certifiedOn: '2026-06-03' })).toMatchObject({
      startedOn: '2026-06-03',
    });
    const { rep } = await at.admin.query<{ rep: Result }>(
      `query ($id: UUID!) { rep(id: $id) { capacity(from: "2026-06-02", to: "2026-06-03", currency: "CNY") {
        contributions { rampBasisPoints readinessBasisPoints } } } }`,
      { id: repId },
    );
    expect(rep['capacity']).toEqual({
      contributions: [
        { rampBasisPoints: 0, readinessBasisPoints: 8000 },
        { rampBasisPoints: 1000, readinessBasisPoints: 10000 },
      ],
    });
  });

  it('is for who leads the team only: not for the rep, and not for who sees all of planning', async () => {
    const repId = await makeRep(at.admin, { team: 'north' });
    const targetTeamId = await north();
    const id = await makeCandidate(at.admin, { targetTeamId });
    await made(at.admin, 'hireCandidate', { candidateId: id, repId });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { candidate, candidates } = await graph.query<{ candidate: Result | null; candidates: Result }>(
        `query ($id: UUID!, $team: UUID!) { candidate(id: $id) { id }
          candidates(filter: { targetTeamId: $team }) { totalCount } }`,
        { id, team: targetTeamId },
      );
      return [candidate !== null, candidates['totalCount'] !== 0];
    };
    for (const graph of [at.admin, at.manager, await at.service.as({ roles: ['EXECUTIVE'] })])
      expect(await seen(graph)).toEqual([true, true]);
    for (const graph of [
      await at.service.as({ roles: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES', 'REP'], teams: ['north'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
      await at.repAs(repId, ['north']),
    ])
      expect(await seen(graph)).toEqual([false, false]);
    const oneself = await at.service.as({ roles: ['MANAGER'], teams: ['north'], repId });
    expect((await seen(oneself))[0]).toBe(false);
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    for (const graph of [stranger, oneself])
      expect(await run(graph, 'endCandidacy', { candidateId: id, reason: 'none' })).toMatchObject({
        __typename: 'NotFound',
      });
  });

  it('is told to nobody by events', async () => {
    const name = `周杰 ${uuidv7()}`;
    const team = `team ${uuidv7()}`;
    const candidateId = await makeCandidate(at.admin, { name, targetTeamId: await makeTeam(at.admin, { name: team }) });
    const repId = await makeRep(at.admin, { team });
    await made(at.admin, 'hireCandidate', { candidateId, repId });
    await made(at.admin, 'assessLeavingRisk', { repId, level: 'HIGH', reason: name, measure: name });
    const types = (Object.keys(eventTypes) as EventType[]).filter((type) => eventTypes[type].owner === 'planning');
    const told = (await Promise.all(types.map((type) => at.service.published(type)))).flat();
    expect(told.filter(({ subject }) => subject === repId).map(({ data }) => data)).toEqual([{ repId, team }]);
    expect(JSON.stringify(told)).not.toContain(name);
    expect(JSON.stringify(told)).not.toContain(candidateId);
  });
});

describe('the risk of leaving (P40)', () => {
  const at = house();
  const risk = { level: 'HIGH', reason: '三次未晋升', measure: '调任大区' };

  it('is said over time, with the reason and what is done', async () => {
    const [repId, assessorId] = [await makeRep(at.admin), await makeRep(at.admin)];
    const chief = await at.service.as({ roles: ['MANAGER'], teams: ['north'], repId: assessorId });
    const assess = (over: object) => run(chief, 'assessLeavingRisk', { repId, ...risk, ...over });
    expect(await assess({ assessedOn: '2026-06-01' })).toEqual({
      __typename: 'LeavingRisk',
      id: expect.any(String) as string,
      ...risk,
      assessedOn: '2026-06-01',
      rep: { id: repId },
      assessor: { id: assessorId },
    });
    await assess({ assessedOn: '2026-05-01', level: 'MEDIUM' });
    const last = await assess({ level: 'LOW', reason: '已晋升', measure: null });
    const { rep, leavingRisks } = await at.manager.query<{ rep: Result; leavingRisks: { nodes: Result[] } }>(
      `query ($id: UUID!) { rep(id: $id) { leavingRisk { id } } leavingRisks(filter: { repId: $id }) { nodes { level } } }`,
      { id: repId },
    );
    expect(rep).toEqual({ leavingRisk: { id: last.id } });
    expect(leavingRisks.nodes).toEqual([{ level: 'LOW' }, { level: 'HIGH' }, { level: 'MEDIUM' }]);
  });

  it('is refused with all that is wrong', async () => {
    const repId = await makeRep(at.admin, { team: 'south' });
    const wrong = { repId, level: 'MEDIUM', reason: '未知', assessedOn: '2026-06-16' };
    expect(await run(at.manager, 'assessLeavingRisk', wrong)).toMatchObject({
      problems: [
        { path: 'repId', message: 'must be a rep of a team that you lead' },
        { path: 'assessedOn' },
        { path: 'measure', message: 'must be given where the risk is MEDIUM' },
      ],
    });
    const chief = await makeRep(at.admin, { team: 'north' });
    const oneself = await at.service.as({ roles: ['MANAGER'], teams: ['north'], repId: chief });
    expect(await run(oneself, 'assessLeavingRisk', { repId: chief, ...risk })).toMatchObject({
      problems: [{ path: 'repId', message: 'must not be you: whoever leads you says it' }],
    });
  });

  it('is not for the rep, also one who leads the team, and not for who sees all of planning', async () => {
    const repId = await makeRep(at.admin, { team: 'north' });
    const id = await made(at.admin, 'assessLeavingRisk', { repId, ...risk });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { leavingRisk, leavingRisks, rep } = await graph.query<Record<string, Result | null>>(
        `query ($id: UUID!, $rep: UUID!) { leavingRisk(id: $id) { id }
          leavingRisks(filter: { repId: $rep }) { totalCount } rep(id: $rep) { leavingRisk { id } } }`,
        { id, rep: repId },
      );
      return [leavingRisk, leavingRisks?.['totalCount'], rep?.['leavingRisk']];
    };
    for (const graph of [at.admin, at.manager, await at.service.as({ roles: ['EXECUTIVE'] })])
      expect(await seen(graph)).toEqual([{ id }, 1, { id }]);
    for (const graph of [
      await at.repAs(repId, ['north']),
      await at.service.as({ roles: ['MANAGER'], teams: ['north'], repId }),
      await at.service.as({ roles: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'], teams: ['north'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
    ])
      expect(await seen(graph)).toEqual([null, 0, null]);
  });
});
