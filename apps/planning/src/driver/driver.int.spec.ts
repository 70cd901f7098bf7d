import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeContact, makeDriver, makeProduct, makeRep, run } from '../spec/house';

describe('drivers of demand (P09–P11)', () => {
  const at = house();

  it('are named once, with what they are counted in', async () => {
    const name = `基站数 ${uuidv7()}`;
    const driver = await run(at.admin, 'registerDemandDriver', { name, unit: '座' });
    expect(driver).toMatchObject({ name, unit: '座' });
    expect(await run(at.admin, 'registerDemandDriver', { name, unit: '个' })).toMatchObject({
      __typename: 'DemandDriverExists',
      message: `${name} is a driver already, counted in 座; take that one.`,
      demandDriver: { id: driver.id },
    });
    const twice = { name: `用户 ${uuidv7()}`, unit: '户' };
    const answers = await Promise.all([1, 2].map(() => run(at.admin, 'registerDemandDriver', twice)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['DemandDriver', 'DemandDriverExists']);
  });

  const measure = { quantity: '1200', intensity: '0.25', unitPrice: cny('40000.00'), source: '2025 年报' };

  it('are measured at an account, with who says so and for whom it matters', async () => {
    const [accountId, productId, demandDriverId] = [
      await makeAccount(at.admin),
      await makeProduct(at.admin),
      await makeDriver(at.admin),
    ];
    const contactId = await makeContact(at.admin, { accountId });
    const input = { accountId, demandDriverId, productId, contactIds: [contactId, contactId], ...measure };
    expect(await run(at.admin, 'recordDriverMeasure', input)).toEqual({
      __typename: 'DriverMeasure',
      id: expect.any(String) as string,
      measuredOn: '2026-06-15',
      ...measure,
      account: { id: accountId },
      demandDriver: { id: demandDriverId },
      product: { id: productId },
      contacts: [{ id: contactId }],
    });
    const open = { accountId, demandDriverId, ...measure, quantity: '0.500000', intensity: '100.0' };
    expect(await run(at.admin, 'recordDriverMeasure', open)).toMatchObject({
      quantity: '0.5',
      intensity: '100',
      product: null,
      contacts: [],
    });
  });

  it('are kept over time, the latest day first', async () => {
    const [accountId, demandDriverId] = [await makeAccount(at.admin), await makeDriver(at.admin)];
    const on = (measuredOn: string, quantity: string) =>
      made(at.admin, 'recordDriverMeasure', { accountId, demandDriverId, ...measure, measuredOn, quantity });
    await on('2026-03-01', '1100');
    await on('2025-03-01', '900');
    await on('2026-06-01', '1200');
    const { account } = await at.admin.query<{ account: { driverMeasures: { nodes: Result[] } } }>(
      'query ($id: UUID!) { account(id: $id) { driverMeasures { nodes { measuredOn quantity } } } }',
      { id: accountId },
    );
    expect(account.driverMeasures.nodes).toEqual([
      { measuredOn: '2026-06-01', quantity: '1200' },
      { measuredOn: '2026-03-01', quantity: '1100' },
      { measuredOn: '2025-03-01', quantity: '900' },
    ]);
  });

  it('are refused with all that is wrong', async () => {
    const [accountId, demandDriverId] = [await makeAccount(at.admin), await makeDriver(at.admin)];
    const send = (over: object) =>
      run(at.admin, 'recordDriverMeasure', { accountId, demandDriverId, ...measure, ...over });
    expect(await send({ quantity: '-0.000001', intensity: '-1' })).toMatchObject({
      problems: [
        { path: 'quantity', message: 'must not be negative' },
        { path: 'intensity', message: 'must not be negative' },
      ],
    });
    const wrong = { measuredOn: '2026-06-16', unitPrice: { amount: '-1.00', currency: 'CNY' } };
    expect(await send(wrong)).toMatchObject({ problems: [{ path: 'measuredOn' }, { path: 'unitPrice' }] });
    expect(await send({ demandDriverId: accountId })).toMatchObject({ __typename: 'NotFound', entity: 'DemandDriver' });
    expect(await send({ accountId: demandDriverId })).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
    expect(await send({ productId: accountId })).toMatchObject({ __typename: 'NotFound', entity: 'Product' });
    const stranger = await makeContact(at.admin, { accountId: await makeAccount(at.admin) });
    expect(await send({ contactIds: [stranger] })).toMatchObject({ __typename: 'NotFound', entity: 'Contact' });
  });

  it('are seen by who sees the account', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const accountId = await makeAccount(at.admin, { ownerId });
    const id = await made(at.admin, 'recordDriverMeasure', {
      accountId,
      demandDriverId: await makeDriver(at.admin),
      ...measure,
    });
    const ask =
      'query ($id: UUID!, $a: UUID!) { driverMeasure(id: $id) { id } driverMeasures(filter: { accountId: $a }) { totalCount } }';
    const seen = async (graph: Pick<typeof at.admin, 'query'>) => graph.query<Result>(ask, { id, a: accountId });
    const all = { driverMeasure: { id }, driverMeasures: { totalCount: 1 } };
    for (const graph of [at.admin, at.manager, await at.repAs(ownerId), await at.service.as({ roles: ['FINANCE'] })])
      expect(await seen(graph)).toEqual(all);
    for (const graph of [
      await at.repAs(uuidv7(), ['south']),
      await at.service.as({ roles: ['PARTNER'], teams: ['north'] }),
    ])
      expect(await seen(graph)).toEqual({ driverMeasure: null, driverMeasures: { totalCount: 0 } });
    const blind = await at.repAs(uuidv7(), ['south']);
    const input = { accountId, demandDriverId: await makeDriver(at.admin), ...measure };
    expect(await run(blind, 'recordDriverMeasure', input)).toMatchObject({ __typename: 'NotFound' });
  });
});
