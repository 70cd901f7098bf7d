import { uuidv7 } from '@fivepoint/kernel';
import { cny, eventually, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makeProduct, makeRep } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('the potential of a product at an account, beside its target (P20)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const measure = async (accountId: string, productId: string | null, quantity: string, over: object = {}) =>
    made(at.admin, 'recordDriverMeasure', {
      ...{ accountId, productId, demandDriverId: await makeDriver(at.admin), quantity, intensity: '0.25' },
      ...{ unitPrice: cny('40000.00'), source: '规划院年报', ...over },
    });
  const potentials = async (planId: string, graph: Pick<GraphClient, 'query'> = at.admin) => {
    const { plan } = await graph.query<{ plan: { lines: { nodes: Result[] } } }>(
      `query ($id: UUID!) { plan(id: $id) { lines(orderBy: { field: CREATED_AT }, first: 100) {
        nodes { id potential { amount currency } } } } }`,
      { id: planId },
    );
    return new Map(plan.lines.nodes.map(({ id, potential }) => [id, potential]));
  };

  it('is that of the drivers measured for the product, by the rule in force, and null without one', async () => {
    const team = `team ${uuidv7()}`;
    const ownerId = await makeRep(at.admin, { team });
    const [one, other] = [await makeAccount(at.admin, { ownerId }), await makeAccount(at.admin, { ownerId })];
    const [radios, switches, cables] = [
      await makeProduct(at.admin),
      await makeProduct(at.admin),
      await makeProduct(at.admin),
    ];
    const planId = await made(at.admin, 'createPlan', {
      ...{ name: 'p', startsOn: '2027-01-01', endsOn: '2027-12-31', currency: 'CNY', team },
    });
    const line = (accountId: string, productId: string) =>
      made(at.admin, 'addPlanLine', {
        ...{ planId, accountId, productId, ownerId, target: cny('100.00'), floor: cny('0.00') },
      });
    const lines = [
      await line(one, radios),
      await line(one, switches),
      await line(one, cables),
      await line(other, radios),
    ];
    expect([...(await potentials(planId)).values()]).toEqual([null, null, null, null]);
    // A year of 700 × .25 × ¥40,000 is ¥7,000,000, of 30 another ¥300,000; what is measured for no product is nobody's.
    await measure(one, radios, '700');
    await measure(one, radios, '30');
    await measure(one, switches, '10.5');
    await measure(one, null, '900');
    await measure(other, radios, '1');
    const expected = [cny('7300000.00'), cny('105000.00'), null, cny('10000.00')];
    expect(await potentials(planId)).toEqual(new Map(lines.map((id, place) => [id, expected[place]])));
    await made(at.admin, 'adoptPotentialRule', { horizonMonths: 6, attainableBasisPoints: 3_000 });
    await eventually(async () => {
      expect((await potentials(planId)).get(lines[3] ?? '')).toEqual(cny('5000.00'));
    });
  });

  it('is for who sees the account', async () => {
    const [mine, theirs] = [await makeRep(at.admin, { team: 'north' }), await makeRep(at.admin, { team: 'south' })];
    const [accountId, productId] = [await makeAccount(at.admin, { ownerId: theirs }), await makeProduct(at.admin)];
    await measure(accountId, productId, '100');
    const planId = await made(at.admin, 'createPlan', {
      ...{ name: 'p', startsOn: '2027-01-01', endsOn: '2027-12-31', currency: 'CNY', team: 'north' },
    });
    await made(at.admin, 'addPlanLine', {
      ...{ planId, accountId, productId, ownerId: mine, target: cny('100.00'), floor: cny('0.00') },
    });
    expect([...(await potentials(planId)).values()]).toEqual([expect.objectContaining({ currency: 'CNY' })]);
    expect([...(await potentials(planId, await at.repAs(mine, ['north']))).values()]).toEqual([null]);
  });
});
