import type { Result } from '@fivepoint/testing';
import { house, made, makePlan, makeRep } from '../spec/house';
import { book, fen, planInForce } from '../spec/rebalancing';

const thousand = 100_000n;

describe('how fair the targets of a version are (P32)', () => {
  const at = house();

  const fairness = async (planId: string, number = 1, graph: Pick<typeof at.admin, 'query'> = at.admin) => {
    const { plan } = await graph.query<{ plan: { versions: { nodes: (Result & { quotaFairness: Result })[] } } }>(
      `query ($id: UUID!) { plan(id: $id) { versions(first: 10) { nodes { number
        quotaFairness { asOf index seenIndex repCount hiddenRepCount attainments { rep { id } target { amount } booked { amount } rate } } } } } }`,
      { id: planId },
    );
    return plan.versions.nodes.find((version) => version['number'] === number)?.quotaFairness;
  };
  const attained = (id: string | undefined, target: bigint, booked: bigint, rate: string) => ({
    rep: { id },
    target: { amount: fen(target).amount },
    booked: { amount: fen(booked).amount },
    rate,
  });

  it('is told without any rebalancing, over what each rep has booked of the target', async () => {
    const { planId, repIds } = await planInForce(at, [
      { target: 800n * thousand, actual: 400n * thousand, capacity: 800n * thousand },
      { target: 500n * thousand, actual: 100n * thousand, capacity: 800n * thousand },
    ]);
    // .5 and .2: .7² ÷ (2 · .29).
    expect(await fairness(planId)).toEqual({
      ...{ asOf: '2026-06-15', index: '0.8448', seenIndex: '0.8448', repCount: 2, hiddenRepCount: 0 },
      attainments: [
        attained(repIds[0], 800n * thousand, 400n * thousand, '0.5000'),
        attained(repIds[1], 500n * thousand, 100n * thousand, '0.2000'),
      ],
    });
  });

  it('is by the rebalanced targets in the version that counts, and what the rebalancing said it would be', async () => {
    const { planId, repIds } = await planInForce(at, [
      { target: 800n * thousand, actual: 400n * thousand, capacity: 800n * thousand },
      { target: 500n * thousand, actual: 100n * thousand, capacity: 100n * thousand },
    ]);
    const rebalancingId = await made(at.admin, 'proposeRebalancing', { planId, reason: '预算推迟' });
    const told = async () =>
      (
        await at.admin.query<{ rebalancing: Result }>(
          'query ($id: UUID!) { rebalancing(id: $id) { fairnessBefore fairnessAfter } }',
          { id: rebalancingId },
        )
      ).rebalancing;
    const { fairnessBefore, fairnessAfter } = await told();
    expect(fairnessBefore).not.toEqual(fairnessAfter);
    expect(await fairness(planId)).toMatchObject({ index: fairnessBefore });
    const supports = [{ repId: repIds[1], ownerId: await makeRep(at.admin) }];
    await made(at.admin, 'approveRebalancing', { rebalancingId, supports });
    expect(await fairness(planId)).toMatchObject({ index: fairnessAfter });
  });

  it('is of a draft what it would be if the draft counted', async () => {
    const { planId, repIds, lineIds } = await planInForce(at, [
      { target: 800n * thousand, actual: 400n * thousand, capacity: 800n * thousand },
      { target: 500n * thousand, actual: 100n * thousand, capacity: 800n * thousand },
    ]);
    await made(at.admin, 'revisePlan', { planId, reason: '调整' });
    await made(at.admin, 'updatePlanLine', { planLineId: lineIds[1], target: fen(200n * thousand) });
    expect(await fairness(planId, 2)).toMatchObject({
      index: '1.0000',
      attainments: [
        attained(repIds[0], 800n * thousand, 400n * thousand, '0.5000'),
        attained(repIds[1], 200n * thousand, 100n * thousand, '0.5000'),
      ],
    });
    expect(await fairness(planId)).toMatchObject({ index: '0.8448' });
    // With the line goes what was booked for it.
    await made(at.admin, 'updatePlanLine', { planLineId: lineIds[1], ownerId: repIds[0] });
    expect(await fairness(planId, 2)).toMatchObject({
      ...{ index: '1.0000', repCount: 1 },
      attainments: [attained(repIds[0], 1_000n * thousand, 500n * thousand, '0.5000')],
    });
  });

  it('counts what was booked within the period and up to the day, and is unknown while nothing was', async () => {
    const { planId, ownerId, planLineId } = await makePlan(at.admin);
    expect(await fairness(planId)).toMatchObject({ index: null, seenIndex: null, repCount: 1 });
    await book(at.service, { planLineId, ownerId }, 100n, { signedOn: '2025-12-31' });
    expect(await fairness(planId)).toMatchObject({ index: null, repCount: 1 });
    await book(at.service, { planLineId, ownerId }, 100n);
    expect(await fairness(planId)).toMatchObject({ index: '1.0000', repCount: 1 });
  });

  it('tells of nobody who is hidden, and nothing from which it could be worked out', async () => {
    const { planId, repIds } = await planInForce(at, [
      { target: 800n * thousand, actual: 400n * thousand, capacity: 800n * thousand },
      { target: 500n * thousand, actual: 100n * thousand, capacity: 800n * thousand },
      { target: 300n * thousand, actual: 30n * thousand, capacity: 800n * thousand, team: 'south' },
    ]);
    const of = (graph: Pick<typeof at.admin, 'query'>) => fairness(planId, 1, graph);
    expect(await of(at.manager)).toMatchObject({
      ...{ index: null, seenIndex: '0.8448', repCount: 3, hiddenRepCount: 1 },
      attainments: [{ rep: { id: repIds[0] } }, { rep: { id: repIds[1] } }],
    });
    expect(await of(await at.repAs(repIds[1] ?? '', ['north']))).toMatchObject({
      ...{ index: null, seenIndex: '1.0000', repCount: 3, hiddenRepCount: 2 },
      attainments: [{ rep: { id: repIds[1] } }],
    });
    // FINANCE sees all of planning, and leads nobody.
    expect(await of(await at.service.as({ roles: ['FINANCE'] }))).toMatchObject({
      ...{ index: null, seenIndex: null, hiddenRepCount: 3, attainments: [] },
    });
    expect(await of(at.admin)).toMatchObject({ index: expect.any(String), hiddenRepCount: 0 });
  });
});
