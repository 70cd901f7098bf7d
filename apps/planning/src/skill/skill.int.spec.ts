import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, made, makeRep, makeSkill, run } from '../spec/house';

describe('the capability matrix (P35)', () => {
  const at = house();

  it('has skills that are named once', async () => {
    const name = `标书 ${uuidv7()}`;
    const skill = await run(at.manager, 'registerSkill', { name, description: '不丢分' });
    expect(skill).toMatchObject({ __typename: 'Skill', name, description: '不丢分' });
    expect(await run(at.admin, 'registerSkill', { name })).toEqual({
      __typename: 'SkillExists',
      message: `${name} is in the catalogue already; take that one.`,
      skill: { id: skill.id },
    });
  });

  it('has of each rep and skill the last level, and knows those before', async () => {
    const [repId, assessorId] = [await makeRep(at.admin), await makeRep(at.admin)];
    const [bid, talk] = [await makeSkill(at.admin), await makeSkill(at.admin)];
    const chief = await at.service.as({ roles: ['MANAGER'], teams: ['north'], repId: assessorId });
    const assess = (skillId: string, level: number, assessedOn: string) =>
      run(chief, 'assessSkill', { repId, skillId, level, assessedOn, note: '陪访' });
    expect(await assess(bid, 1, '2026-03-01')).toEqual({
      __typename: 'SkillAssessment',
      id: expect.any(String) as string,
      level: 1,
      assessedOn: '2026-03-01',
      note: '陪访',
      rep: { id: repId },
      skill: { id: bid },
      assessor: { id: assessorId },
    });
    await assess(bid, 4, '2026-06-01');
    await assess(talk, 0, '2026-05-01');
    // What was so on an earlier day is written down late, and is no later word.
    await assess(bid, 2, '2026-04-01');
    const { rep } = await at.manager.query<{ rep: { skillLevels: Result[] } }>(
      'query ($id: UUID!) { rep(id: $id) { skillLevels { level skill { id } } } }',
      { id: repId },
    );
    expect(rep.skillLevels).toHaveLength(2);
    expect(rep.skillLevels).toEqual(
      expect.arrayContaining([
        { level: 4, skill: { id: bid } },
        { level: 0, skill: { id: talk } },
      ]),
    );
    const { skillAssessments } = await at.manager.query<{ skillAssessments: { nodes: Result[] } }>(
      'query ($rep: UUID!, $skill: UUID!) { skillAssessments(filter: { repId: $rep, skillId: $skill }) { nodes { level } } }',
      { rep: repId, skill: bid },
    );
    expect(skillAssessments.nodes).toEqual([{ level: 4 }, { level: 2 }, { level: 1 }]);
  });

  it('is for the rep and who leads the team', async () => {
    const [repId, skillId] = [await makeRep(at.admin, { team: 'north' }), await makeSkill(at.admin)];
    const id = await made(at.manager, 'assessSkill', { repId, skillId, level: 3 });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { skillAssessment, rep } = await graph.query<{ skillAssessment: Result | null; rep: Result }>(
        'query ($id: UUID!, $rep: UUID!) { skillAssessment(id: $id) { id } rep(id: $rep) { skillLevels { id } } }',
        { id, rep: repId },
      );
      return [skillAssessment, rep['skillLevels']];
    };
    for (const graph of [at.admin, at.manager, await at.repAs(repId)])
      expect(await seen(graph)).toEqual([{ id }, [{ id }]]);
    for (const graph of [
      await at.service.as({ roles: ['FINANCE', 'CSM', 'DELIVERY', 'PRESALES'], teams: ['north'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
      await at.repAs(await makeRep(at.admin), ['north']),
    ])
      expect(await seen(graph)).toEqual([null, []]);
  });

  it('is refused with all that is wrong', async () => {
    const [repId, skillId] = [await makeRep(at.admin, { team: 'south' }), await makeSkill(at.admin)];
    const assess = (over: object) => run(at.manager, 'assessSkill', { repId, skillId, level: 1, ...over });
    expect(await assess({ assessedOn: '2026-06-16' })).toMatchObject({
      problems: [{ path: 'repId', message: 'must be a rep of a team that you lead' }, { path: 'assessedOn' }],
    });
    expect(await assess({ level: 5 })).toMatchObject({ problems: [{ path: 'level' }] });
    expect(await assess({ skillId: repId })).toMatchObject({ __typename: 'NotFound', entity: 'Skill' });
    expect(await assess({ repId: skillId })).toMatchObject({ __typename: 'NotFound', entity: 'Rep' });
  });
});

describe('the log of coaching (X08)', () => {
  const at = house();
  const session = { practised: '模拟谈判', outcome: '守住首付三成' };

  it('tells who practised what with whom, how it went and what comes next', async () => {
    const [repId, coachId, skillId] = [
      await makeRep(at.admin, { team: 'north' }),
      await makeRep(at.admin, { team: 'south' }),
      await makeSkill(at.admin),
    ];
    const coach = await at.repAs(coachId, ['south']);
    const logged = await run(coach, 'recordCoaching', { repId, skillId, ...session, nextStep: '真实客户' });
    expect(logged).toEqual({
      __typename: 'CoachingSession',
      supportAction: null,
      id: expect.any(String) as string,
      coachedOn: '2026-06-15',
      ...session,
      nextStep: '真实客户',
      rep: { id: repId },
      coach: { id: coachId },
      skill: { id: skillId },
    });
    const own = await run(await at.repAs(repId), 'recordCoaching', {
      repId,
      coachId,
      skillId,
      coachedOn: '2026-06-01',
      ...session,
    });
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { rep, coachingSession } = await graph.query<{
        rep: { coachingSessions: { nodes: Result[] } };
        coachingSession: Result | null;
      }>(
        `query ($id: UUID!, $rep: UUID!) { coachingSession(id: $id) { id }
          rep(id: $rep) { coachingSessions { nodes { id } } } }`,
        { id: logged.id, rep: repId },
      );
      return [coachingSession?.id, rep.coachingSessions.nodes.map(({ id }) => id)];
    };
    for (const graph of [at.admin, at.manager, coach, await at.repAs(repId)])
      expect(await seen(graph)).toEqual([logged.id, [logged.id, own.id]]);
    for (const graph of [
      await at.service.as({ roles: ['CSM', 'FINANCE'], teams: ['north', 'south'] }),
      await at.service.as({ roles: ['MANAGER'], teams: ['south'] }),
    ])
      expect(await seen(graph)).toEqual([undefined, []]);
  });

  it('is written by one of the two or who leads the team, of two people', async () => {
    const [repId, coachId, skillId] = [await makeRep(at.admin), await makeRep(at.admin), await makeSkill(at.admin)];
    const log = (graph: Pick<typeof at.admin, 'query'>, over: object) =>
      run(graph, 'recordCoaching', { repId, skillId, ...session, ...over });
    expect(await log(at.manager, {})).toMatchObject({
      problems: [{ path: 'coachId', message: 'must be given: your token names no rep' }],
    });
    expect(await log(at.manager, { coachId: repId, coachedOn: '2026-06-16' })).toMatchObject({
      problems: [{ path: 'coachedOn' }, { path: 'coachId', message: 'must be somebody else than who practised' }],
    });
    expect(await log(at.manager, { coachId })).toMatchObject({ coach: { id: coachId } });
    const stranger = await at.repAs(await makeRep(at.admin), ['north']);
    expect(await log(stranger, { coachId })).toMatchObject({ problems: [{ path: 'repId' }] });
    expect(await log(at.manager, { coachId: skillId })).toMatchObject({ __typename: 'NotFound', entity: 'Rep' });
    expect(await log(at.manager, { coachId, skillId: repId })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Skill',
    });
  });
});
