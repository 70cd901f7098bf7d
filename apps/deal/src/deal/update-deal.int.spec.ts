import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { fourStages, house, lose, rep, sign, update } from '../spec/house';

describe('updating a deal', () => {
  const at = house();

  /** An open deal of an older system that did not say whose it was. */
  async function recordedDeal(): Promise<string> {
    const row = { externalId: uuidv7(), ownerId: rep, team: 'north', stage: 'VERIFY', openedOn: '2026-11-01' };
    const { recordPastDeals } = await (
      await at.service.as()
    ).query<{ recordPastDeals: { rows: Result[] } }>(
      'mutation ($input: RecordPastDealsInput!) { recordPastDeals(input: $input) { rows { id } } }',
      { input: { rows: [row] } },
    );
    return recordPastDeals.rows[0]?.id ?? '';
  }
  const keysOf = async (dealId: string) =>
    (
      await Promise.all(
        (['deal-opened', 'deal-updated', 'deal-stage-changed', 'contract-signed'] as const).map((name) =>
          at.service.published(`fivepoint.deal.${name}.v1`),
        ),
      )
    )
      .flat()
      .filter(({ data }) => data.dealId === dealId)
      .map(({ type, key, data }) => [type.split('.')[2], key, data.accountId]);

  it("gives one of recorded history the account that it needs to be signed; its events are the account's from then on", async () => {
    const dealId = await recordedDeal();
    await at.moved(dealId, 'PRE_BID');
    const terms = { amount: cny('1000.00'), paymentTerms: fourStages };
    const accountId = await at.knownAccount();
    expect(await at.run(update, { dealId, accountId, expectedVersion: 2 })).toMatchObject({
      __typename: 'Deal',
      version: 3,
      account: { id: accountId },
      owner: { id: rep },
      team: 'north',
      amount: null,
    });
    expect(await at.run(update, { dealId, accountId: await at.knownAccount() })).toMatchObject({
      problems: [{ path: 'accountId' }],
    });
    await at.moved(dealId, 'BID', 'NEGOTIATE');
    expect(await at.run(sign, { dealId, ...terms })).toMatchObject({ __typename: 'Contract' });
    expect(await keysOf(dealId)).toEqual([
      ['deal-opened', dealId, null],
      ['deal-updated', accountId, accountId],
      ['deal-stage-changed', dealId, null],
      ['deal-stage-changed', accountId, accountId],
      ['deal-stage-changed', accountId, accountId],
      ['deal-stage-changed', accountId, accountId],
      ['contract-signed', accountId, accountId],
    ]);
  });

  it('says what is expected of it, and whose it is; what is left out stays', async () => {
    const { dealId, accountId } = await at.openedDeal();
    const productId = await at.tell.product();
    const colleague = await at.tell.rep('north');
    const expected = { productId, amount: cny('900000.00'), expectedCloseOn: '2027-06-30', ownerId: colleague };
    const updated = {
      account: { id: accountId },
      product: { id: productId },
      owner: { id: colleague },
      team: 'north',
      amount: cny('900000.00'),
      expectedCloseOn: '2027-06-30',
    };
    expect(await at.run(update, { dealId, ...expected, expectedVersion: 1 })).toMatchObject({ ...updated, version: 2 });
    expect(await at.run(update, { dealId, amount: cny('800000.00') })).toMatchObject({
      ...updated,
      amount: cny('800000.00'),
    });
    expect(await at.run(update, { dealId, expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 3,
    });
  });

  it('announces all of it as it is from now on, when something has changed and not else', async () => {
    const { dealId, accountId, correlationId } = await at.openedDeal();
    const told = async () =>
      (await at.service.published('fivepoint.deal.deal-updated.v1')).filter(({ subject }) => subject === dealId);
    const [productId, colleague] = [await at.tell.product(), await at.tell.rep('north')];
    const expected = { productId, amount: cny('900000.00'), expectedCloseOn: '2027-06-30' };
    await at.run(update, { dealId, accountId, ownerId: rep, team: 'north' });
    expect(await told()).toEqual([]);
    await at.run(update, { dealId, ...expected });
    await at.run(update, { dealId, ...expected });
    await at.run(update, { dealId, ownerId: colleague });
    await at.run(update, { dealId, team: 'south' }, await at.service.as());
    const { expectedCloseOn: expectedClose, ...known } = expected;
    const told3 = [
      { ownerId: rep, team: 'north' },
      { ownerId: colleague, team: 'north' },
      { ownerId: colleague, team: 'south' },
    ];
    expect(await told()).toMatchObject(
      told3.map((whose) => ({
        key: accountId,
        correlationId,
        data: { dealId, accountId, ...known, expectedClose, ...whose },
      })),
    );
  });

  it('is refused once it is signed or lost', async () => {
    const { dealId } = await at.openedDeal();
    await at.run(lose, { dealId, reason: 'price' });
    expect(await at.run(update, { dealId, amount: cny('1.00') })).toMatchObject({
      __typename: 'DealClosed',
      code: 'DEAL_CLOSED',
      endedAs: 'LOST',
    });
  });

  it('is refused with every reason, and for an account that it cannot have', async () => {
    const { dealId } = await at.openedDeal();
    const accountId = await at.knownAccount();
    const southern = await at.tell.rep('south');
    const wrong = { accountId, amount: cny('-0.01'), expectedCloseOn: '2999-01-01', ownerId: southern, team: 'south' };
    const { problems } = await at.run(update, { dealId, ...wrong });
    expect((problems as { path: string }[]).map(({ path }) => path)).toEqual([
      'accountId',
      'amount',
      'expectedCloseOn',
      'ownerId',
      'team',
    ]);
    expect(await at.run(update, { dealId, ownerId: southern }, await at.service.as())).toMatchObject({ team: 'south' });
  });

  it('is refused for what nobody knows, or the caller may not see', async () => {
    const dealId = await recordedDeal();
    const unseen = await at.tell.account({ team: 'south' });
    const id = uuidv7();
    for (const [field, value, entity] of [
      ['accountId', unseen, 'Account'],
      ['accountId', id, 'Account'],
      ['productId', id, 'Product'],
      ['ownerId', id, 'Rep'],
      ['dealId', id, 'Deal'],
    ] as const)
      expect(await at.run(update, { dealId, [field]: value })).toEqual({ __typename: 'NotFound', entity, id: value });
    const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
    expect(await at.run(update, { dealId, accountId: unseen }, stranger)).toMatchObject({ entity: 'Deal' });
  });
});
