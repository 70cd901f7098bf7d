import { unansweredInputs } from '@fivepoint/testing';
import { fourStages, house, rep } from './house';

describe("deal's commands", () => {
  const at = house();

  it('are done, or refused in words, whatever comes in', async () => {
    const good = async (mutation: string) => ({
      ...(mutation === 'advanceDeal' ? await at.openedDeal() : await at.negotiatedDeal()),
      ownerId: rep,
      productId: await at.tell.product(),
      expectedVersion: null,
      toStage: 'PRE_BID',
      paymentTerms: fourStages,
      stage: 'SIGNED',
      ...Object.fromEntries(
        ['openedOn', 'closedOn', 'signedOn', 'lostOn', 'startsOn'].map((day) => [day, '2026-11-20']),
      ),
    });
    expect(await unansweredInputs(at.service, good)).toEqual([]);
  });
});
