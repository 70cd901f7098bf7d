import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, made, makeAccount, makePlan, makeRep, makeStepTemplate, run } from '../spec/house';

describe('war-game cards (P39)', () => {
  const at = house();
  const foreseen = { side: 'RIVAL', move: '降价 15 %', answer: '打包三年维保', trigger: '客户要求重新报价' };
  const ids = async (ask: string, variables: object) => {
    const { found } = await at.admin.query<{ found: { warGameCards: { nodes: Result[] } } }>(ask, { ...variables });
    return found.warGameCards.nodes.map(({ id }) => id);
  };
  const cardsOf = (field: string) =>
    `query ($id: UUID!) { found: ${field}(id: $id) { warGameCards { nodes { id } } } }`;

  it('say a move, our answer, its owner and its trigger, and stand on the line and its plan', async () => {
    const { planId, planLineId, accountId, ownerId } = await makePlan(at.admin);
    const card = await run(at.admin, 'addWarGameCard', { planLineId, ...foreseen });
    expect(card).toMatchObject({
      ...foreseen,
      status: 'OPEN',
      nextStatuses: ['TRIGGERED', 'CLOSED'],
      triggeredOn: null,
      outcome: null,
      team: 'north',
      account: { id: accountId },
      owner: { id: ownerId },
      planLine: { id: planLineId },
      step: null,
    });
    expect(await ids(cardsOf('plan'), { id: planId })).toEqual([card.id]);
    expect(await ids(cardsOf('planLine'), { id: planLineId })).toEqual([card.id]);
    const other = await makeRep(at.admin);
    const customers = { ...foreseen, side: 'CUSTOMER', ownerId: other };
    const second = await run(at.admin, 'addWarGameCard', { planLineId, ...customers });
    expect(second).toMatchObject({ side: 'CUSTOMER', owner: { id: other } });
    expect((await ids(cardsOf('plan'), { id: planId })).sort()).toEqual([card.id, second.id].sort());
  });

  it('may be of a step: of a key node they are its line’s, too', async () => {
    const { planId, planLineId } = await makePlan(at.admin);
    const [stepTemplateId, ownerId] = [await makeStepTemplate(at.admin), await makeRep(at.admin)];
    const accountId = await makeAccount(at.admin, { ownerId });
    const node = await made(at.admin, 'planStep', { stepTemplateId, planLineId });
    const alone = await made(at.admin, 'planStep', { stepTemplateId, accountId });
    const ofNode = await run(at.admin, 'addWarGameCard', { stepId: node, ...foreseen });
    expect(ofNode).toMatchObject({ step: { id: node }, planLine: { id: planLineId } });
    expect(await ids(cardsOf('plan'), { id: planId })).toEqual([ofNode.id]);
    expect(await ids(cardsOf('step'), { id: node })).toEqual([ofNode.id]);
    const ofStep = await run(at.admin, 'addWarGameCard', { stepId: alone, ...foreseen });
    expect(ofStep).toMatchObject({
      step: { id: alone },
      planLine: null,
      account: { id: accountId },
      owner: { id: ownerId },
    });
  });

  it('are triggered and closed with what came of it, along their table', async () => {
    const { planLineId } = await makePlan(at.admin);
    const warGameCardId = await made(at.admin, 'addWarGameCard', { planLineId, ...foreseen });
    expect(await run(at.admin, 'triggerWarGameCard', { warGameCardId, triggeredOn: '2026-06-16' })).toMatchObject({
      problems: [{ path: 'triggeredOn' }],
    });
    expect(await run(at.admin, 'triggerWarGameCard', { warGameCardId, expectedVersion: 1 })).toMatchObject({
      status: 'TRIGGERED',
      triggeredOn: '2026-06-15',
      nextStatuses: ['CLOSED'],
    });
    expect(await run(at.admin, 'triggerWarGameCard', { warGameCardId })).toMatchObject({
      fromState: 'TRIGGERED',
      allowed: ['CLOSED'],
    });
    expect(await run(at.admin, 'updateWarGameCard', { warGameCardId, answer: '引入示范项目' })).toMatchObject({
      answer: '引入示范项目',
      move: foreseen.move,
    });
    expect(await run(at.admin, 'closeWarGameCard', { warGameCardId, outcome: '客户接受打包方案' })).toMatchObject({
      status: 'CLOSED',
      outcome: '客户接受打包方案',
      triggeredOn: '2026-06-15',
      nextStatuses: [],
    });
    expect(await run(at.admin, 'updateWarGameCard', { warGameCardId, move: '再降价' })).toMatchObject({
      __typename: 'WarGameCardClosed',
    });
    expect(await run(at.admin, 'closeWarGameCard', { warGameCardId, outcome: '再说' })).toMatchObject({ allowed: [] });
    const never = await made(at.admin, 'addWarGameCard', { planLineId, ...foreseen });
    expect(await run(at.admin, 'closeWarGameCard', { warGameCardId: never, outcome: '对手退出' })).toMatchObject({
      status: 'CLOSED',
      triggeredOn: null,
    });
  });

  it('are refused with what is wrong', async () => {
    const { planLineId } = await makePlan(at.admin);
    const other = await makePlan(at.admin);
    const stepTemplateId = await makeStepTemplate(at.admin);
    const stepId = await made(at.admin, 'planStep', { stepTemplateId, planLineId });
    expect(await run(at.admin, 'addWarGameCard', foreseen)).toMatchObject({
      problems: [{ path: 'planLineId', message: 'name a plan line, or a step' }],
    });
    const south = await makeRep(at.admin, { team: 'south' });
    const wrong = { stepId, planLineId: other.planLineId, ownerId: south, ...foreseen };
    expect(await run(at.manager, 'addWarGameCard', wrong)).toMatchObject({
      problems: [{ path: 'ownerId' }, { path: 'planLineId', message: "must be the step's, or left out" }],
    });
    expect(await run(at.admin, 'addWarGameCard', { planLineId: stepId, ...foreseen })).toMatchObject({
      __typename: 'NotFound',
      entity: 'PlanLine',
    });
    expect(await run(at.admin, 'addWarGameCard', { stepId: planLineId, ...foreseen })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Step',
    });
  });

  it('are seen by owner and team, and by who sees all of planning', async () => {
    const { planLineId, ownerId } = await makePlan(at.admin);
    const warGameCardId = await made(at.admin, 'addWarGameCard', { planLineId, ...foreseen });
    const ask =
      'query ($id: UUID!, $line: UUID!) { warGameCard(id: $id) { id } warGameCards(filter: { planLineId: $line }) { totalCount } }';
    const seen = (graph: Pick<typeof at.admin, 'query'>) =>
      graph.query<Result>(ask, { id: warGameCardId, line: planLineId });
    for (const graph of [at.admin, at.manager, await at.repAs(ownerId), await at.service.as({ roles: ['FINANCE'] })])
      expect(await seen(graph)).toEqual({ warGameCard: { id: warGameCardId }, warGameCards: { totalCount: 1 } });
    const stranger = await at.repAs(uuidv7(), ['south']);
    expect(await seen(stranger)).toEqual({ warGameCard: null, warGameCards: { totalCount: 0 } });
    expect(await run(stranger, 'closeWarGameCard', { warGameCardId, outcome: 'no' })).toMatchObject({
      __typename: 'NotFound',
    });
  });
});
