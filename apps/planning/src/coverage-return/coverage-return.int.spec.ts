import { uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeDriver, makeRep, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('coverage return (P13)', () => {
  const at = house();
  let driver: string;
  beforeAll(async () => {
    await registerTenantOf(at.service);
    driver = await makeDriver(at.admin);
  });

  const shown = `ratio margin { amount currency } cost { amount } attainable { amount } horizonMonths effortHours ownEffort missingFacts
    coverageRule { marginBasisPoints hourCost { amount } } classStrategy { class }`;
  const returnOf = async (id: string) => {
    const { account } = await at.admin.query<{ account: { coverageReturn: Result } }>(
      `query ($id: UUID!) { account(id: $id) { coverageReturn { ${shown} } } }`,
      { id },
    );
    return account.coverageReturn;
  };
  const measured = async (quantity: string, over: object = {}) => {
    const accountId = await makeAccount(at.admin, over);
    const measure = { intensity: '0.5', unitPrice: cny('40000.00'), source: '年报' };
    await made(at.admin, 'recordDriverMeasure', { accountId, demandDriverId: driver, quantity, ...measure });
    return accountId;
  };
  const list = async (filter: object = {}, graph: Pick<GraphClient, 'query'> = at.admin) => {
    const { coverageReturns } = await graph.query<{ coverageReturns: { totalCount: number; nodes: Result[] } }>(
      `query ($filter: CoverageReturnFilter) { coverageReturns(filter: $filter, first: 100) { totalCount nodes { id ratio account { id } } } }`,
      { filter },
    );
    expect(coverageReturns.totalCount).toBe(coverageReturns.nodes.length);
    return coverageReturns.nodes.map(({ id }) => id);
  };

  it('goes by the effort of the class and the rule of the day, and says all that it goes by', async () => {
    // 700 × .5 × ¥40,000 × 30 % is ¥4,200,000, TRACTION: 24 h a month, and ¥300.00 an hour.
    expect(await returnOf(await measured('700'))).toEqual({
      ...{ ratio: '14.5833', margin: cny('1260000.00'), cost: { amount: '86400.00' } },
      ...{
        attainable: { amount: '4200000.00' },
        horizonMonths: 12,
        effortHours: 24,
        ownEffort: false,
        missingFacts: [],
      },
      coverageRule: { marginBasisPoints: 3000, hourCost: { amount: '300.00' } },
      classStrategy: { class: 'TRACTION' },
    });
  });

  it('goes by the own effort of an account where it has one, and has none where it takes no work', async () => {
    const accountId = await measured('700');
    await made(at.admin, 'positionAccount', { accountId, effortHours: 7 });
    expect(await returnOf(accountId)).toMatchObject({
      ...{ ratio: '50.0000', cost: { amount: '25200.00' }, effortHours: 7, ownEffort: true, classStrategy: null },
    });
    await made(at.admin, 'positionAccount', { accountId, effortHours: 0 });
    expect(await returnOf(accountId)).toMatchObject({ ratio: null, cost: { amount: '0.00' }, missingFacts: [] });
    await made(at.admin, 'positionAccount', { accountId, effortHours: null });
    expect(await returnOf(accountId)).toMatchObject({ effortHours: 24, ownEffort: false });
    expect(await run(at.admin, 'positionAccount', { accountId, effortHours: 745 })).toMatchObject({
      problems: [{ path: 'effortHours' }],
    });
  });

  it('is not known of an account without a driver, or in a currency without a rule', async () => {
    expect(await returnOf(await makeAccount(at.admin))).toMatchObject({
      ...{ ratio: null, margin: null, cost: null, attainable: null, missingFacts: ['ATTAINABLE', 'EFFORT'] },
    });
    const accountId = await makeAccount(at.admin);
    await made(at.admin, 'positionAccount', { accountId, assessmentCurrency: 'USD', effortHours: 5 });
    const measure = {
      quantity: '10',
      intensity: '1',
      unitPrice: { amount: '100.00', currency: 'USD' },
      source: '年报',
    };
    await made(at.admin, 'recordDriverMeasure', { accountId, demandDriverId: driver, ...measure });
    expect(await returnOf(accountId)).toMatchObject({
      ...{ ratio: null, attainable: { amount: '300.00' }, missingFacts: ['RULE'], coverageRule: null },
    });
    const hourCost = { amount: '4.00', currency: 'USD' };
    await made(at.admin, 'adoptCoverageRule', { marginBasisPoints: 4_000, hourCost });
    expect(await returnOf(accountId)).toMatchObject({ ratio: '0.5000', margin: { amount: '120.00', currency: 'USD' } });
  });

  it('changes with a rule from its day on, which is refused with all that is wrong', async () => {
    const accountId = await measured('700');
    await made(at.admin, 'adoptCoverageRule', {
      ...{ marginBasisPoints: 2_000, hourCost: cny('500.00'), effectiveOn: '2026-07-01', reason: '新财年' },
    });
    expect(await returnOf(accountId)).toMatchObject({ ratio: '14.5833' });
    at.today = '2026-07-01';
    expect(await returnOf(accountId)).toMatchObject({
      ...{ ratio: '5.8333', coverageRule: { marginBasisPoints: 2000, hourCost: { amount: '500.00' } } },
    });
    at.today = '2026-06-15';
    expect(
      await run(at.admin, 'adoptCoverageRule', {
        ...{ marginBasisPoints: 100, hourCost: cny('-1.00'), effectiveOn: '1999-12-31' },
      }),
    ).toMatchObject({ problems: [{ path: 'effectiveOn' }, { path: 'hourCost' }] });
    expect(
      await run(at.admin, 'adoptCoverageRule', { marginBasisPoints: 100, hourCost: cny('10000000000.00') }),
    ).toMatchObject({ problems: [{ path: 'hourCost', message: 'is more than an hour of anybody costs' }] });
    expect(
      await run(at.admin, 'adoptCoverageRule', { marginBasisPoints: 10_001, hourCost: cny('1.00') }),
    ).toMatchObject({ problems: [{ path: 'marginBasisPoints' }] });
  });

  it('is listed with the greatest first and what is not known last, of the accounts in sight', async () => {
    const ownerId = await makeRep(at.admin, { team: 'east' });
    const unknown = await makeAccount(at.admin, { ownerId });
    const [less, more] = [await measured('700', { ownerId }), await measured('900', { ownerId })];
    const poor = await measured('10', { ownerId });
    // PROBLEM takes 2 h a month: ¥60,000 × 30 % by 2 h × 12 × ¥300.
    expect(await list({ team: 'east' })).toEqual([more, less, poor, unknown]);
    expect(await list({ ownerId, classes: ['PROBLEM'] })).toEqual([poor]);
    expect(await list({ ownerId, classes: [] })).toEqual([]);
    expect(await list({ ownerId, isKnown: false })).toEqual([unknown]);
    expect(await list({ ownerId, isKnown: true })).toEqual([more, less, poor]);
    const year = { startsOn: '2026-01-01', endsOn: '2026-12-31', reason: '高回报' };
    await made(at.admin, 'selectAccount', { accountId: less, ...year });
    await made(at.admin, 'rejectAccount', { accountId: poor, ...year });
    expect(await list({ ownerId, selectedOn: '2026-06-15' })).toEqual([less]);
    expect(await list({ ownerId, rejectedOn: '2026-06-15' })).toEqual([poor]);
    expect(await list({ ownerId, undecidedOn: '2026-06-15' })).toEqual([more, unknown]);
    expect(await list({}, await at.repAs(ownerId, ['east']))).toEqual([more, less, poor, unknown]);
    const stranger = await at.repAs(uuidv7(), ['south']);
    expect(await list({ ownerId }, stranger)).toEqual([]);
    const one = 'query ($id: UUID!) { coverageReturn(id: $id) { id } }';
    expect(await stranger.query(one, { id: more })).toEqual({ coverageReturn: null });
    expect(await at.admin.query(one, { id: more })).toEqual({ coverageReturn: { id: more } });
    const { coverageReturns } = await at.admin.query<{ coverageReturns: { pageInfo: { endCursor: string } } }>(
      'query ($filter: CoverageReturnFilter) { coverageReturns(filter: $filter, first: 2) { pageInfo { endCursor } } }',
      { filter: { ownerId } },
    );
    const rest = await at.admin.query<{ coverageReturns: { nodes: Result[] } }>(
      'query ($filter: CoverageReturnFilter, $after: String) { coverageReturns(filter: $filter, after: $after) { nodes { id } } }',
      { filter: { ownerId }, after: coverageReturns.pageInfo.endCursor },
    );
    expect(rest.coverageReturns.nodes.map(({ id }) => id)).toEqual([poor, unknown]);
  });
});
