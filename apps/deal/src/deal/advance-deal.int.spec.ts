import type { Result } from '@fivepoint/testing';
import { advance, house } from '../spec/house';

describe('moving a deal', () => {
  const at = house();

  const stageChanges = async (dealId: string) =>
    (await at.service.published('fivepoint.deal.deal-stage-changed.v1')).filter(({ data }) => data.dealId === dealId);

  it('goes one stage at a time and announces each', async () => {
    const { dealId } = await at.openedDeal();
    await at.moved(dealId, 'PRE_BID', 'BID');
    const changes = await stageChanges(dealId);
    expect(changes.map(({ data }) => [data.fromStage, data.toStage])).toEqual([
      ['VERIFY', 'PRE_BID'],
      ['PRE_BID', 'BID'],
    ]);
    expect(changes.map(({ sequence }) => sequence)).toEqual([2, 3]);
  });

  it('refuses a jump and says what may follow, as the deal itself does', async () => {
    const { dealId } = await at.openedDeal();
    expect(await at.run(advance, { dealId, toStage: 'NEGOTIATE' })).toEqual({
      __typename: 'TransitionRefused',
      fromState: 'VERIFY',
      toState: 'NEGOTIATE',
      allowed: ['PRE_BID', 'LOST'],
    });
    const { deal } = await at.graph.query<{ deal: Result }>(
      'query ($id: UUID!) { deal(id: $id) { stage nextStages } }',
      {
        id: dealId,
      },
    );
    expect(deal).toEqual({ stage: 'VERIFY', nextStages: ['PRE_BID', 'LOST'] });
    expect(await at.run(advance, { dealId, toStage: 'PRE_BID' })).toMatchObject({ nextStages: ['BID', 'LOST'] });
  });

  it('sends those who want to sign or lose to the mutations that carry what these need', async () => {
    const { dealId } = await at.openedDeal();
    expect(await at.run(advance, { dealId, toStage: 'SIGNED' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'toStage' }],
    });
  });

  it('refuses an edit of a version that somebody else has changed', async () => {
    const { dealId } = await at.openedDeal();
    await at.moved(dealId, 'PRE_BID');
    expect(await at.run(advance, { dealId, toStage: 'BID', expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 2,
    });
  });

  it('is done once for its idempotency key, and refuses the key for another', async () => {
    const { dealId } = await at.openedDeal();
    const input = { dealId, toStage: 'PRE_BID', idempotencyKey: `advance-${dealId}` };
    const first = await at.run(advance, input);
    expect(await at.run(advance, input)).toEqual(first);
    const other = await at.run(advance, { ...input, toStage: 'BID' });
    expect(other.__typename).toBe('IdempotencyKeyReused');
    expect(await stageChanges(dealId)).toHaveLength(1);
  });

  it('runs calls with one idempotency key at the same time as one', async () => {
    const { dealId } = await at.openedDeal();
    const input = { dealId, toStage: 'PRE_BID', idempotencyKey: `twice-${dealId}` };
    const answers = await Promise.all([1, 2, 3].map(() => at.run(advance, input)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['Deal', 'Deal', 'Deal']);
    expect(await stageChanges(dealId)).toHaveLength(1);
  });

  it('is audited: who changed what, before and after', async () => {
    const { dealId } = await at.openedDeal();
    await at.moved(dealId, 'PRE_BID');
    const rows = (await at.service.audit(dealId)).map(({ mutation, changes }) => [mutation, changes]);
    expect(rows).toEqual([
      [
        'advanceDeal',
        [
          {
            entity: 'Deal',
            id: dealId,
            before: { stage: 'VERIFY', version: 1 },
            after: { stage: 'PRE_BID', version: 2 },
          },
        ],
      ],
    ]);
  });
});
