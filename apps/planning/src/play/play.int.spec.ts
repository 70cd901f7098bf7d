import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makePlan, makePlay, makeProduct, placeOf, run } from '../spec/house';

describe('plays (P24)', () => {
  const at = house();

  it('are named once, with what is done', async () => {
    const name = `样板点 ${uuidv7()}`;
    const play = await run(at.manager, 'registerPlay', { name, action: '请客户参观' });
    expect(play).toMatchObject({ __typename: 'Play', name, action: '请客户参观' });
    expect(await run(at.admin, 'registerPlay', { name, action: 'other' })).toMatchObject({
      __typename: 'PlayExists',
      message: `${name} is in the catalogue already; take that one.`,
      play: { id: play.id },
    });
    const twice = { name: `培训 ${uuidv7()}`, action: '培训客户' };
    const answers = await Promise.all([1, 2].map(() => run(at.admin, 'registerPlay', twice)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Play', 'PlayExists']);
  });

  it('stand on a line, each once, and are changed as a whole', async () => {
    const [one, other] = [await makePlay(at.admin), await makePlay(at.admin)];
    const plan = await makePlan(at.admin, {}, { playIds: [other, one, other] });
    const { planLineId } = plan;
    const plays = async () => {
      const { planLine } = await at.admin.query<{ planLine: { plays: Result[] } }>(
        'query ($id: UUID!) { planLine(id: $id) { plays { id } } }',
        { id: planLineId },
      );
      return planLine.plays.map(({ id }) => id);
    };
    expect(await plays()).toEqual([one, other].sort());
    const version = async (input: object) =>
      Number((await run(at.admin, 'updatePlanLine', { planLineId, ...input }))['version']);
    expect(await version({ playIds: [other, one] })).toBe(1);
    expect(await version({ playIds: [one] })).toBe(2);
    expect(await version({ floor: cny('1.00') })).toBe(3);
    expect(await plays()).toEqual([one]);
    expect(await version({ playIds: [] })).toBe(4);
    expect(await plays()).toEqual([]);
    const none = { __typename: 'NotFound', entity: 'Play', id: planLineId };
    expect(await run(at.admin, 'updatePlanLine', { planLineId, playIds: [planLineId] })).toEqual(none);
    const line = { ...placeOf(plan), productId: await makeProduct(at.admin), target: cny('2'), floor: cny('1') };
    expect(await run(at.admin, 'addPlanLine', { ...line, playIds: [planLineId] })).toEqual(none);
    const many = Array.from({ length: 11 }, () => one);
    expect(await run(at.admin, 'addPlanLine', { ...line, playIds: many })).toMatchObject({
      problems: [{ path: 'playIds' }],
    });
  });

  it('differ from version to version', async () => {
    const play = await makePlay(at.admin);
    const { planId, planLineId } = await makePlan(at.admin);
    await made(at.admin, 'submitPlan', { planId });
    await made(at.admin, 'approvePlan', { planId });
    await made(at.admin, 'revisePlan', { planId, reason: 'another play' });
    await made(at.admin, 'updatePlanLine', { planLineId, playIds: [play] });
    const { plan } = await at.admin.query<{ plan: Result }>(
      `query ($id: UUID!) { plan(id: $id) { lines { nodes { plays { id } } }
        openRevision { lines { nodes { plays { id } } } comparison { changedCount difference { amount } } } } }`,
      { id: planId },
    );
    expect(plan).toEqual({
      lines: { nodes: [{ plays: [] }] },
      openRevision: {
        lines: { nodes: [{ plays: [{ id: play }] }] },
        comparison: { changedCount: 1, difference: { amount: '0.00' } },
      },
    });
  });
});
