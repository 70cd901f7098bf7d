import { cny } from '@fivepoint/testing';
import { fourStages, house, rep, sign } from '../spec/house';

describe('signing a contract', () => {
  const at = house();

  const terms = { amount: cny('1000000.01'), paymentTerms: fourStages };
  const signed = (dealId: string, over: object = {}) => at.run(sign, { dealId, ...terms, ...over });
  const announced = async (dealId: string) =>
    (await at.service.published('fivepoint.deal.contract-signed.v1')).filter(({ data }) => data.dealId === dealId);

  it('wins the deal and hands over with everything that the next teams need', async () => {
    const { dealId, accountId, correlationId } = await at.negotiatedDeal();
    const contract = await signed(dealId, { signedOn: '2026-11-20' });
    expect(contract).toMatchObject({
      __typename: 'Contract',
      amount: cny('1000000.01'),
      downPayment: { amount: '300000.00' },
      deal: { stage: 'SIGNED' },
    });
    expect((await announced(dealId))[0]).toMatchObject({
      key: accountId,
      subject: contract.id,
      correlationId,
      data: {
        kind: 'NEW',
        amount: cny('1000000.01'),
        downPayment: cny('300000.00'),
        signedOn: '2026-11-20',
        paymentTerms: fourStages,
        warrantyMonths: 12,
        ownerId: rep,
        team: 'north',
      },
    });
  });

  it('is refused before NEGOTIATE', async () => {
    const { dealId } = await at.openedDeal();
    expect(await signed(dealId)).toEqual({ __typename: 'TransitionRefused', fromState: 'VERIFY', toState: 'SIGNED' });
  });

  it('lists every problem at once, ranges before rules, changes nothing and publishes nothing', async () => {
    const { dealId } = await at.negotiatedDeal();
    const problems = async (over: object) =>
      ((await signed(dealId, over))['problems'] as { path: string }[]).map(({ path }) => path).sort();
    const wrong = {
      amount: cny('0.00'),
      signedOn: '2999-01-01',
      paymentTerms: fourStages.slice(0, 3),
      recurring: { amount: { amount: '10', currency: 'JPY' }, termMonths: 1, startsOn: '2027-01-01' },
    };
    for (const [warrantyMonths, termMonths] of [
      [-1, 0],
      [241, 241],
    ])
      expect(
        await problems({
          ...wrong,
          warrantyMonths,
          paymentTerms: [{ ...fourStages[0], name: ' ', basisPoints: 0, dueDays: -1 }],
          recurring: { ...wrong.recurring, termMonths },
        }),
      ).toEqual([
        'paymentTerms.0.basisPoints',
        'paymentTerms.0.dueDays',
        'paymentTerms.0.name',
        'recurring.termMonths',
        'warrantyMonths',
      ]);
    expect(await problems({ paymentTerms: [] })).toEqual(['paymentTerms']);
    expect(await problems({ paymentTerms: Array(25).fill(fourStages[0]) })).toEqual(['paymentTerms']);
    expect(await problems(wrong)).toEqual(['amount', 'paymentTerms', 'recurring.amount', 'signedOn']);
    expect(await announced(dealId)).toEqual([]);
  });

  it('takes a warranty of none, and warranties and terms of twenty years', async () => {
    const recurring = { amount: cny('10'), termMonths: 240, startsOn: '2026-11-20' };
    for (const over of [{ warrantyMonths: 0 }, { warrantyMonths: 240, recurring }]) {
      const { dealId } = await at.negotiatedDeal();
      expect(await signed(dealId, over)).toMatchObject({ __typename: 'Contract' });
    }
  });

  it('keeps what comes back every term, as it was given', async () => {
    const { dealId } = await at.negotiatedDeal();
    const recurring = { amount: cny('5000.00'), termMonths: 12, startsOn: '2026-12-01' };
    await signed(dealId, { recurring });
    const { deal } = await at.graph.query<{ deal: { contract: unknown } }>(
      `query ($id: UUID!) { deal(id: $id) { contract { recurring { amount { amount currency } termMonths startsOn } } } }`,
      { id: dealId },
    );
    expect(deal.contract).toEqual({ recurring });
    expect((await announced(dealId))[0]?.data.recurring).toEqual(recurring);
  });

  it('refuses a day before the deal was opened, and a first term before the signing or long after it', async () => {
    const { dealId } = await at.negotiatedDeal();
    at.today = '2026-12-01';
    const problems = async (signedOn: string, startsOn: string) => {
      const recurring = { amount: cny('10'), termMonths: 12, startsOn };
      const result = await signed(dealId, { signedOn, recurring });
      return result['problems'] ?? result.__typename;
    };
    expect(await problems('2026-11-19', '2026-11-01')).toEqual([
      { path: 'signedOn', message: 'must not be before the deal was opened, 2026-11-20' },
    ]);
    const start = { path: 'recurring.startsOn' };
    const bounds = 'must be from 2026-11-21, the day of signing, to 2036-11-21';
    expect(await problems('2026-11-21', '2026-11-20')).toEqual([{ ...start, message: bounds }]);
    expect(await problems('2026-11-21', '2036-11-22')).toEqual([{ ...start, message: bounds }]);
    expect(await problems('2026-11-21', '2036-11-21')).toBe('Contract');
  });

  it('refuses a number that another contract has', async () => {
    const [one, two] = [await at.negotiatedDeal(), await at.negotiatedDeal()];
    const number = `HT-${one.dealId}`;
    await signed(one.dealId, { number });
    expect(await signed(two.dealId, { number })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'number' }],
    });
  });

  it('answers an amount with too many decimals with what is right', async () => {
    const { dealId } = await at.negotiatedDeal();
    expect(await signed(dealId, { amount: cny('10.123') })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'amount.amount', message: expect.stringContaining('CNY has 2 decimals') as string }],
    });
  });
});
