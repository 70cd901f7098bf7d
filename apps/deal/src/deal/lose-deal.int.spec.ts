import { house, lose } from '../spec/house';

describe('losing a deal', () => {
  const at = house();

  const lost = (dealId: string, over: object) => at.run(lose, { dealId, reason: 'price', ...over });
  const told = async (dealId: string) =>
    (await at.service.published('fivepoint.deal.deal-lost.v1')).filter(({ subject }) => subject === dealId);

  it('closes it with its reason and rival, once, and says where it stood', async () => {
    const { dealId } = await at.openedDeal();
    const facts = { reason: 'price 20 % above the rival', rival: 'Betacom', lostOn: '2026-11-20' };
    expect(await lost(dealId, facts)).toMatchObject({
      __typename: 'Deal',
      stage: 'LOST',
      nextStages: [],
      rival: 'Betacom',
      closedOn: '2026-11-20',
    });
    expect((await told(dealId)).map(({ data }) => [data.stage, data.reason])).toEqual([['VERIFY', facts.reason]]);
    expect(await lost(dealId, { reason: 'once more' })).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'LOST',
    });
  });

  it('refuses a day on which it was not open yet or that has not come, and a reason that says nothing', async () => {
    const { dealId } = await at.openedDeal();
    at.today = '2026-11-25';
    const refused = (...problems: [path: string, message: string][]) => ({
      __typename: 'InvalidInput',
      problems: problems.map(([path, message]) => ({ path, message })),
    });
    expect(await lost(dealId, { lostOn: '2026-11-19' })).toEqual(
      refused(['lostOn', 'must not be before the deal was opened, 2026-11-20']),
    );
    expect(await lost(dealId, { lostOn: '2026-11-26' })).toEqual(
      refused(['lostOn', 'must not be in the future; today is 2026-11-25']),
    );
    for (const reason of ['   ', '  价 ', '价'.repeat(2001)])
      expect(await lost(dealId, { reason })).toEqual(
        refused(['reason', 'must have 2 to 2000 characters, and not only blanks']),
      );
    expect(await told(dealId)).toEqual([]);
    expect(await lost(dealId, { lostOn: '2026-11-20', reason: ' price ' })).toMatchObject({
      stage: 'LOST',
      lossReason: 'price',
      closedOn: '2026-11-20',
    });
  });

  it('takes the last day on which it can have been lost: today, which is also meant where none is said', async () => {
    for (const over of [{ lostOn: '2026-11-25' }, {}]) {
      at.today = '2026-11-20';
      const { dealId } = await at.openedDeal();
      at.today = '2026-11-25';
      expect(await lost(dealId, over)).toMatchObject({ stage: 'LOST', closedOn: '2026-11-25' });
    }
  });
});
