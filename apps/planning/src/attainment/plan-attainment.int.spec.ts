import { Money, uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import fc from 'fast-check';
import { approvedPlan, house, made, makeAccount, makePlan, makeProduct, makeRep, run } from '../spec/house';
import { neighboursOf } from '../spec/pipeline';
import { fen, fenOf, planInForce } from '../spec/rebalancing';
import { registerTenantOf } from '../spec/registered';

const figures = `target { amount } floor { amount } lineCount booked { amount } contractCount collected { amount } bookedRate
  collectedRate floorRate attainment elapsedDays periodDays expected { amount } paceDifference { amount } startsOn endsOn team
  planLine { id } owner { id } product { id } account { id }`;
const forecast = `forecast { amount { amount } open { amount } openCount weighted { amount } weightedCount leftOutCount
  rates { stage purchasePattern dealCount open { amount } toWin { basisPoints source } } }`;
const dimensions = ['LINE', 'OWNER', 'TEAM', 'PRODUCT', 'ACCOUNT', 'MONTH'] as const;
type By = (typeof dimensions)[number];

interface Asked {
  by?: By;
  asOf?: string | null;
  graph?: Pick<GraphClient, 'query'>;
  fields?: string;
}
interface Attainment {
  asOf: string;
  rule: Result | null;
  total: Result;
  hidden: Result | null;
  unplanned: Result;
  carriedOver: Result;
  leftOutCount: number;
  leftOutPaymentCount: number;
  rows: { nodes: Result[]; totalCount: number };
}

describe('what a plan attained (P33)', () => {
  const at = house({ background: [] });
  const { opened, moved, signed, tell } = neighboursOf(at);
  beforeAll(() => registerTenantOf(at.service));

  const attainment = async (
    planId: string,
    { by = 'LINE', asOf = null, graph = at.admin, fields = figures }: Asked = {},
  ) => {
    const { plan } = await graph.query<{ plan: { attainment: Attainment } }>(
      `query ($id: UUID!, $by: AttainmentBy!, $asOf: LocalDate) { plan(id: $id) { attainment(by: $by, asOf: $asOf) {
        asOf rule { bookingsBasisPoints cashBasisPoints } leftOutCount leftOutPaymentCount
        unplanned { booked { amount } contractCount collected { amount } } carriedOver { booked { amount } contractCount collected { amount } }
        total { ${fields} } hidden { ${fields} } rows(first: 100) { totalCount nodes { ${fields} } } } } }`,
      { id: planId, by, asOf },
    );
    return plan.attainment;
  };
  const amount = (row: Result | null | undefined, field: string) => (row?.[field] as { amount: string }).amount;
  const idOf = (row: Result, field: string) => (row[field] as Result | null)?.id ?? null;

  interface Place {
    accountId: string;
    ownerId: string;
    planLineId?: string;
    productId?: string;
  }
  /** A contract, with its id: signed on a day, and paid on days. */
  async function sale(place: Place, on: string, minor: string, paidOn: Record<string, string> = {}, over: object = {}) {
    const contractId = uuidv7();
    const whose = { team: 'north', dealId: uuidv7(), ...place };
    await signed(whose, { contractId, signedOn: on, amount: cny(minor), ...over });
    for (const [receivedOn, paid] of Object.entries(paidOn))
      await at.service.receive(
        'fivepoint.receivables.payment-received.v1',
        {
          ...{ receiptId: uuidv7(), accountId: place.accountId, contractId, instalmentId: uuidv7() },
          ...{ amount: cny(paid), receivedOn, instalmentOutstanding: cny('0.00'), contractOutstanding: cny('0.00') },
        },
        { subject: contractId },
      );
    return contractId;
  }
  const placeOf = ({ accountId, ownerId, planLineId }: Place): Place => ({
    ...{ accountId, ownerId },
    ...(planLineId && { planLineId }),
  });

  it('is what was signed and paid in its period, against target, floor and the days that have passed', async () => {
    const plan = await approvedPlan(at.admin);
    await sale(placeOf(plan), '2026-01-01', '500000.00', { '2026-06-15': '200000.00', '2026-06-16': '1.00' });
    await sale(placeOf(plan), '2026-06-15', '250000.00');
    const found = await attainment(plan.planId);
    const nothing = { booked: { amount: '0.00' }, contractCount: 0, collected: { amount: '0.00' } };
    const row = {
      ...{ target: { amount: '1500000.00' }, floor: { amount: '1200000.00' }, lineCount: 1 },
      ...{ booked: { amount: '750000.00' }, contractCount: 2, collected: { amount: '200000.00' } },
      // .7 × 750,000 + .3 × 200,000 of 1,500,000.
      ...{ bookedRate: '0.5000', collectedRate: '0.1333', floorRate: '0.6250', attainment: '0.3900' },
      // 1,500,000 × 166 ÷ 365 = 682,191.78.
      ...{ elapsedDays: 166, periodDays: 365, expected: { amount: '682191.78' } },
      ...{ paceDifference: { amount: '67808.22' }, startsOn: null, endsOn: null, team: null },
      ...{ owner: null, product: null, account: null },
    };
    expect(found).toEqual({
      ...{ asOf: '2026-06-15', rule: { bookingsBasisPoints: 7_000, cashBasisPoints: 3_000 } },
      // What came on the next day is still to come.
      ...{ leftOutCount: 0, leftOutPaymentCount: 0, unplanned: nothing, carriedOver: nothing, hidden: null },
      total: { ...row, planLine: null },
      rows: { totalCount: 1, nodes: [{ ...row, planLine: { id: plan.planLineId } }] },
    });
  });

  it('counts bookings by the day of signing and cash by that of receipt, up to the end of a day', async () => {
    const plan = await approvedPlan(at.admin);
    const place = placeOf(plan);
    await sale(place, '2025-12-31', '1.00', { '2026-01-01': '0.50' });
    await sale(place, '2026-01-01', '2.00', { '2026-03-31': '1.50' });
    await sale(place, '2026-04-01', '4.00');
    await sale(place, '2026-04-01', '8.00', { '2026-04-02': '8.00' }, { amount: { amount: '8.00', currency: 'USD' } });
    const on = async (asOf: string) => {
      const { total, leftOutCount } = await attainment(plan.planId, { asOf });
      return [amount(total, 'booked'), amount(total, 'collected'), total['elapsedDays'], leftOutCount];
    };
    expect(await on('2025-12-31')).toEqual(['0.00', '0.00', 0, 1]);
    expect(await on('2026-01-01')).toEqual(['2.00', '0.50', 1, 1]);
    expect(await on('2026-03-31')).toEqual(['2.00', '2.00', 90, 1]);
    // Cash of a contract in another currency came in the plan's own, and counts.
    expect(await on('2026-04-02')).toEqual(['6.00', '10.00', 92, 2]);
  });

  it('refuses a day that is still to come, and one long ago', async () => {
    const { planId } = await makePlan(at.admin);
    for (const asOf of ['2026-06-16', '1999-12-31']) {
      const { errors = [] } = await at.admin.raw(
        'query ($id: UUID!, $asOf: LocalDate) { plan(id: $id) { attainment(by: LINE, asOf: $asOf) { asOf } } }',
        { id: planId, asOf },
      );
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('is null against nothing', async () => {
    const plan = await makePlan(at.admin, {}, { target: cny('2.00'), floor: cny('0.00') });
    const { total } = await attainment(plan.planId);
    expect(total).toMatchObject({ bookedRate: '0.0000', floorRate: null, attainment: '0.0000' });
    const empty = await made(at.admin, 'createPlan', {
      ...{ name: 'empty', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY' },
    });
    expect(await attainment(empty)).toMatchObject({
      total: { bookedRate: null, collectedRate: null, attainment: null, expected: { amount: '0.00' } },
      ...{ hidden: null, rows: { nodes: [], totalCount: 0 } },
    });
    expect((await attainment(empty, { by: 'MONTH' })).rows.totalCount).toBe(12);
  });

  it('goes by the weights of the day, after the period by those of its last day', async () => {
    const short = { startsOn: '2026-01-01', endsOn: '2026-03-31' };
    const plan = await makePlan(at.admin, short);
    const long = await makePlan(at.admin);
    at.today = '2026-04-01';
    await made(at.admin, 'adoptAttainmentRule', { bookingsBasisPoints: 2_000, cashBasisPoints: 8_000 });
    at.today = '2026-06-15';
    const weights = async (planId: string, asOf: string) =>
      (await attainment(planId, { asOf })).rule?.['bookingsBasisPoints'];
    expect(await weights(long.planId, '2026-03-31')).toBe(7_000);
    expect(await weights(long.planId, '2026-04-01')).toBe(2_000);
    expect(await weights(plan.planId, '2026-06-15')).toBe(7_000);
    at.today = '2026-04-01';
    await made(at.admin, 'adoptAttainmentRule', { bookingsBasisPoints: 7_000, cashBasisPoints: 3_000 });
    at.today = '2026-06-15';
  });

  it('refuses weights that are not the whole, and a day that has gone by', async () => {
    const wrong = { bookingsBasisPoints: 7_000, cashBasisPoints: 3_001, effectiveOn: '2026-06-14' };
    expect(await run(at.admin, 'adoptAttainmentRule', wrong)).toMatchObject({
      problems: [
        { path: 'effectiveOn', message: 'must not be before today, 2026-06-15' },
        { path: 'cashBasisPoints', message: 'with bookings it must sum to 10000, not 10001' },
      ],
    });
  });

  it('shows beside it what its accounts signed and paid under no line', async () => {
    const plan = await approvedPlan(at.admin);
    const { planLineId: _, ...unplanned } = placeOf(plan);
    await sale(unplanned, '2026-02-01', '30.00', { '2026-02-02': '20.00' });
    await sale(unplanned, '2025-12-31', '300.00');
    await sale(unplanned, '2026-05-01', '5.00');
    await sale({ ...unplanned, accountId: await makeAccount(at.admin) }, '2026-02-01', '3000.00');
    const { total, ...found } = await attainment(plan.planId, { asOf: '2026-04-30' });
    expect(found.unplanned).toEqual({ booked: { amount: '30.00' }, contractCount: 1, collected: { amount: '20.00' } });
    expect([amount(total, 'booked'), found.leftOutCount]).toEqual(['0.00', 0]);
  });

  it('shows beside it what is carried over from lines of a plan that counts it not, and nothing twice', async () => {
    const productId = await makeProduct(at.admin);
    const ownerId = await makeRep(at.admin);
    const accountId = await makeAccount(at.admin, { ownerId });
    const planOf = async (startsOn: string, endsOn: string, currency = 'CNY') => {
      const plan = { name: startsOn, startsOn, endsOn, currency, team: 'north' };
      const planId = await made(at.admin, 'createPlan', plan);
      const money = { target: { amount: '1000.00', currency }, floor: { amount: '0.00', currency } };
      return {
        planId,
        planLineId: await made(at.admin, 'addPlanLine', { planId, accountId, productId, ownerId, ...money }),
      };
    };
    const last = await planOf('2025-01-01', '2025-12-31');
    const year = await planOf('2026-01-01', '2026-12-31');
    const sameYear = await planOf('2026-01-01', '2026-12-31');
    const inDollars = await planOf('2026-01-01', '2026-12-31', 'USD');
    const of = ({ planLineId }: { planLineId: string }) => ({ accountId, ownerId, planLineId });
    // Signed last year, of which a part was paid in it; and a deal of last year's line that was signed in January, and paid.
    await sale(of(last), '2025-12-20', '600.00', {
      '2025-12-31': '1.00',
      '2026-01-01': '250.00',
      '2026-02-01': '30.00',
    });
    await sale(of(last), '2026-01-10', '400.00', { '2026-01-12': '7.00' });
    // Of the year's own line and in dollars; and of no line.
    await sale(of(year), '2026-01-11', '50.00', { '2026-01-13': '5.00' });
    const dollars = { amount: { amount: '80.00', currency: 'USD' } };
    await sale(of(year), '2026-01-11', '0.00', {}, dollars);
    await sale({ accountId, ownerId }, '2026-01-14', '9.00', { '2026-01-15': '2.00' });
    const told = async ({ planId }: { planId: string }, asOf: string) => {
      const found = await attainment(planId, { asOf });
      const [total, unplanned, carriedOver] = [found.total, found.unplanned, found.carriedOver].map((sums) =>
        [amount(sums, 'booked'), sums['contractCount'], amount(sums, 'collected')].join(' '),
      );
      return { total, unplanned, carriedOver, leftOut: [found.leftOutCount, found.leftOutPaymentCount] };
    };
    const nothing = '0.00 0 0.00';
    expect(await told(last, '2026-01-31')).toEqual({
      ...{ total: '600.00 1 1.00', unplanned: nothing, carriedOver: nothing, leftOut: [1, 2] },
    });
    expect(await told(year, '2026-01-31')).toEqual({
      ...{ total: '50.00 1 5.00', unplanned: '9.00 1 2.00', carriedOver: '400.00 1 257.00', leftOut: [1, 0] },
    });
    // What the plan of the year counts is not carried over into another one of the same year.
    expect(await told(sameYear, '2026-01-31')).toEqual({
      ...{ total: nothing, unplanned: '9.00 1 2.00', carriedOver: '400.00 1 257.00', leftOut: [0, 0] },
    });
    expect(await told(inDollars, '2026-01-31')).toEqual({
      ...{ total: nothing, unplanned: nothing, carriedOver: '80.00 1 0.00', leftOut: [0, 0] },
    });
    // Nothing of it before it came.
    expect(await told(last, '2025-12-31')).toMatchObject({ leftOut: [0, 0] });
    expect(await told(year, '2026-01-09')).toMatchObject({ carriedOver: '0.00 0 250.00' });
    expect(await told(year, '2026-02-01')).toMatchObject({ carriedOver: '400.00 1 287.00' });
  });

  describe('of a plan that was revised', () => {
    /** A plan of two lines, of which on 15 June the first gets another target and owner and the second is withdrawn, for a third. */
    async function revised() {
      at.today = '2026-05-01';
      const first = await makePlan(at.admin);
      const { planId, ownerId, planLineId } = first;
      const productId = await makeProduct(at.admin);
      const place = { planId, accountId: first.accountId, productId, ownerId };
      const second = await made(at.admin, 'addPlanLine', { ...place, target: cny('500000.00'), floor: cny('1.00') });
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId });
      at.today = '2026-06-15';
      await sale({ ...placeOf(first) }, '2026-05-02', '100.00');
      await sale({ ...placeOf(first), planLineId: second }, '2026-05-03', '10.00', { '2026-05-04': '1.00' });
      const heir = await makeRep(at.admin, { team: 'south' });
      await made(at.admin, 'revisePlan', { planId, reason: '市场变化' });
      await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1400000.00'), ownerId: heir });
      await made(at.admin, 'withdrawPlanLine', { planLineId: second });
      const third = await made(at.admin, 'addPlanLine', {
        ...{ ...place, productId: await makeProduct(at.admin), ownerId: heir },
        ...{ target: cny('700000.00'), floor: cny('1.00') },
      });
      return { ...first, second, third, heir };
    }
    const rows = async (planId: string, by: By, field: string, asOf?: string) =>
      (await attainment(planId, { by, asOf: asOf ?? null })).rows.nodes.map((row) => [
        ...[idOf(row, field), amount(row, 'target'), amount(row, 'booked'), amount(row, 'collected')],
      ]);

    it('goes by the version that counted on the day; bookings stay with their line, also of one that was withdrawn', async () => {
      const { planId, planLineId, ownerId, second, third, heir } = await revised();
      const before = [
        [planLineId, '1500000.00', '100.00', '0.00'],
        [second, '500000.00', '10.00', '1.00'],
      ];
      expect(await rows(planId, 'LINE', 'planLine')).toEqual(before);
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId, reason: '重新分工' });
      const after = [
        [planLineId, '1400000.00', '100.00', '0.00'],
        [third, '700000.00', '0.00', '0.00'],
        [second, '0.00', '10.00', '1.00'],
      ];
      expect(await rows(planId, 'LINE', 'planLine')).toEqual(after);
      expect(await rows(planId, 'LINE', 'planLine', '2026-06-14')).toEqual(before);
      // Before it came in force its first version counts.
      expect(await rows(planId, 'LINE', 'planLine', '2026-04-30')).toEqual([
        [planLineId, '1500000.00', '0.00', '0.00'],
        [second, '500000.00', '0.00', '0.00'],
      ]);
      expect(await rows(planId, 'OWNER', 'owner')).toEqual([
        [heir, '2100000.00', '100.00', '0.00'],
        [ownerId, '0.00', '10.00', '1.00'],
      ]);
      expect(await rows(planId, 'OWNER', 'owner', '2026-06-14')).toEqual([[ownerId, '2000000.00', '110.00', '1.00']]);
    });
  });

  it('is by owner, team, product, account and month, each of which sums to the whole', async () => {
    const first = await approvedPlan(at.admin, { startsOn: '2026-05-20', endsOn: '2026-07-10' });
    await sale(placeOf(first), '2026-05-20', '7.00', { '2026-06-01': '3.00' });
    await sale(placeOf(first), '2026-06-15', '9.00');
    const row = async (by: By) => (await attainment(first.planId, { by })).rows.nodes;
    expect(await row('TEAM')).toMatchObject([{ team: 'north', booked: { amount: '16.00' } }]);
    expect(await row('PRODUCT')).toMatchObject([{ product: { id: first.productId }, planLine: null }]);
    expect(await row('ACCOUNT')).toMatchObject([{ account: { id: first.accountId }, owner: null }]);
    const month = (
      startsOn: string,
      endsOn: string,
      target: string,
      booked: string,
      collected: string,
      passed: number[],
    ) => ({
      ...{ startsOn, endsOn, target: { amount: target }, booked: { amount: booked }, collected: { amount: collected } },
      ...{ elapsedDays: passed[0], periodDays: passed[1] },
    });
    // 12, 30 and 10 of 52 days.
    expect(await row('MONTH')).toMatchObject([
      month('2026-05-20', '2026-05-31', '346153.85', '7.00', '0.00', [12, 12]),
      month('2026-06-01', '2026-06-30', '865384.61', '9.00', '3.00', [15, 30]),
      month('2026-07-01', '2026-07-10', '288461.54', '0.00', '0.00', [0, 10]),
    ]);
    const page = await at.admin.query<{ plan: { attainment: { rows: { nodes: Result[]; pageInfo: Result } } } }>(
      `query ($id: UUID!) { plan(id: $id) { attainment(by: MONTH) { rows(first: 2) { nodes { startsOn } pageInfo { hasNextPage } } } } }`,
      { id: first.planId },
    );
    expect(page.plan.attainment.rows).toMatchObject({ nodes: [{}, {}], pageInfo: { hasNextPage: true } });
  });

  it('keeps what one may not see in the total, as one row, whoever looks and whatever it is by', async () => {
    const [own, foreign] = [await makeRep(at.admin), await makeRep(at.admin, { team: 'south' })];
    const products = [await makeProduct(at.admin), await makeProduct(at.admin)];
    const accounts = [await makeAccount(at.admin, { ownerId: own }), await makeAccount(at.admin, { ownerId: foreign })];
    const viewers = [at.admin, at.manager, await at.repAs(own, ['north'])];
    const member = <T>(of: readonly T[]) => fc.constantFrom(...of);
    const day = fc.constantFrom('2026-01-31', '2026-03-01', '2026-06-15');
    const minor = fc.bigInt(1n, 10n ** 13n);
    const line = fc.record({
      ...{ accountId: member(accounts), productId: member(products), ownerId: member([own, foreign]), target: minor },
      sales: fc.array(fc.record({ day, minor }), { maxLength: 2 }),
    });
    const some = fc.uniqueArray(line, {
      minLength: 1,
      maxLength: 4,
      selector: ({ accountId, productId }) => accountId + productId,
    });
    const money = (one: bigint) => Money.of(one, 'CNY').toJSON();
    const minorOf = (row: Result | null | undefined, field: string) => fenOf({ amount: amount(row, field) });
    await fc.assert(
      fc.asyncProperty(some, async (lines) => {
        const planId = await made(at.admin, 'createPlan', {
          ...{ name: 'any', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY', team: 'north' },
        });
        for (const { sales, target, ...place } of lines) {
          const planLineId = await made(at.admin, 'addPlanLine', {
            planId,
            ...place,
            target: money(target),
            floor: money(0n),
          });
          for (const one of sales)
            await sale({ ...place, planLineId }, one.day, money(one.minor).amount, { [one.day]: '0.01' });
        }
        const whole = {
          target: lines.reduce((sum, { target }) => sum + target, 0n),
          booked: lines.flatMap(({ sales }) => sales).reduce((sum, one) => sum + one.minor, 0n),
          collected: BigInt(lines.flatMap(({ sales }) => sales).length),
        };
        for (const graph of viewers)
          for (const by of dimensions) {
            const { rows, hidden, total } = await attainment(planId, { by, graph });
            const parts = [...rows.nodes, ...(hidden ? [hidden] : [])];
            for (const field of ['target', 'booked', 'collected'] as const) {
              expect(parts.reduce((sum, part) => sum + minorOf(part, field), 0n)).toBe(whole[field]);
              expect(minorOf(total, field)).toBe(whole[field]);
            }
          }
        const seen = lines.filter(({ ownerId, accountId }) => ownerId === own && accountId === accounts[0]);
        const { rows } = await attainment(planId, { by: 'ACCOUNT', graph: viewers[2]! });
        expect(rows.nodes.map((row) => idOf(row, 'account'))).toEqual(seen.length > 0 ? [accounts[0]] : []);
      }),
      { numRuns: 4 },
    );
  });

  describe('of a plan whose targets were rebalanced', () => {
    const targets =
      'target { amount } planned { amount } booked { amount } expected { amount } owner { id } team startsOn';
    const forecastOf = `${targets} forecast { rate difference { amount } }`;
    const asked = async (planId: string, over: Asked = {}) => {
      const { plan } = await (over.graph ?? at.admin).query<{
        plan: { attainment: Attainment & { adjustment: Result; isAdjustmentWhole: boolean } };
      }>(
        `query ($id: UUID!, $by: AttainmentBy!, $asOf: LocalDate) { plan(id: $id) { attainment(by: $by, asOf: $asOf) {
          adjustment { amount } isAdjustmentWhole total { ${over.fields ?? targets} } hidden { ${targets} }
          rows(first: 100) { nodes { ${over.fields ?? targets} } } } } }`,
        { id: planId, by: over.by ?? 'OWNER', asOf: over.asOf ?? null },
      );
      const { rows, hidden, total, adjustment, isAdjustmentWhole } = plan.attainment;
      const parts = [...rows.nodes, ...(hidden ? [hidden] : [])];
      const sum = parts.reduce((all, part) => all + fenOf(part['target'] as { amount: string }), 0n);
      expect(fen(sum + fenOf(adjustment as unknown as { amount: string }))).toMatchObject(total['target'] as object);
      return {
        ...{ all: rows.nodes, total, hidden: hidden && amount(hidden, 'target') },
        adjustment: (adjustment as unknown as { amount: string }).amount,
        isAdjustmentWhole,
      };
    };
    const two = (row: Result) => [amount(row, 'planned'), amount(row, 'target')];

    /** Of 1,000,000.00, 500,000.00 in the south, and 1,000,000.01, of which the last lacks 300,000.01: 10 % more for the others, and a gap. */
    async function rebalanced() {
      const managerId = await makeRep(at.admin);
      const plan = await planInForce(at, [
        { target: 100_000_000n, capacity: 900_000_000n, managerId },
        { target: 50_000_000n, capacity: 900_000_000n, managerId, team: 'south' },
        { target: 100_000_001n, actual: 10_000_000n, capacity: 50_000_000n, managerId },
      ]);
      const rebalancingId = await made(at.admin, 'proposeRebalancing', { planId: plan.planId, reason: '产能不足' });
      expect(await asked(plan.planId)).toMatchObject({
        adjustment: '0.00',
        total: { target: { amount: '2500000.01' } },
      });
      await made(at.admin, 'approveRebalancing', { rebalancingId });
      return plan;
    }

    it('goes by them where a row is of reps, and says beside the others what was changed', async () => {
      const { planId, repIds } = await rebalanced();
      const [a, b, c] = repIds;
      const byOwner = await asked(planId, { fields: forecastOf });
      expect(byOwner.all.map((row) => [idOf(row, 'owner'), ...two(row)])).toEqual([
        [a, '1000000.00', '1100000.00'],
        [c, '1000000.01', '700000.00'],
        [b, '500000.00', '550000.00'],
      ]);
      expect(byOwner).toMatchObject({ hidden: null, adjustment: '0.00' });
      expect(byOwner.all[1]).toMatchObject({
        // 700,000 × 166 ÷ 365.
        expected: { amount: '318356.16' },
        forecast: { rate: '0.1429', difference: { amount: '-600000.00' } },
      });
      // 2,350,000 × 166 ÷ 365; 100,000 ÷ 2,350,000.
      const total = {
        ...{ planned: { amount: '2500000.01' }, target: { amount: '2350000.00' } },
        expected: { amount: '1068767.12' },
        forecast: { rate: '0.0426', difference: { amount: '-2250000.00' } },
      };
      expect(byOwner.total).toMatchObject(total);
      const byTeam = await asked(planId, { by: 'TEAM' });
      expect(byTeam.all.map((row) => [row['team'], ...two(row)])).toEqual([
        ['north', '2000000.01', '1800000.00'],
        ['south', '500000.00', '550000.00'],
      ]);
      const byMonth = await asked(planId, { by: 'MONTH' });
      expect([byTeam.adjustment, byMonth.adjustment]).toEqual(['0.00', '0.00']);
      // 28 of 365 days.
      expect(two(byMonth.all[1]!)).toEqual(['191780.82', '180273.97']);
      for (const by of ['LINE', 'PRODUCT', 'ACCOUNT'] as const) {
        const found = await asked(planId, { by, fields: forecastOf });
        expect(found).toMatchObject({ adjustment: '-150000.01', total });
        expect(found.all.map((row) => amount(row, 'target'))).toEqual(
          by === 'PRODUCT' ? ['2500000.01'] : ['1000000.01', '1000000.00', '500000.00'],
        );
      }
    });

    it('goes by the targets of the day', async () => {
      const { planId } = await rebalanced();
      const before = await asked(planId, { asOf: '2026-06-14' });
      expect(before).toMatchObject({ adjustment: '0.00', total: { target: { amount: '2500000.01' } } });
    });

    it('shows what was changed of a rep to the rep and who leads the team, and to the others in one sum', async () => {
      const { planId, repIds } = await rebalanced();
      const [a, , c = ''] = repIds;
      const seen = async (graph: Asked['graph'] & object) => {
        const { all, hidden, adjustment, isAdjustmentWhole } = await asked(planId, { graph });
        expect(isAdjustmentWhole).toBe(true);
        return [...all.map((row) => [idOf(row, 'owner'), amount(row, 'target')]), hidden, adjustment];
      };
      expect(await seen(at.manager)).toEqual([[a, '1100000.00'], [c, '700000.00'], '500000.00', '50000.00']);
      const rep = await at.repAs(c);
      // The plan is not for the eyes of a rep without its team.
      const colleague = await at.repAs(c, ['north']);
      expect(await seen(colleague)).toEqual([[a, '1000000.00'], [c, '700000.00'], '500000.00', '150000.00']);
      expect(await rep.query('query ($id: UUID!) { plan(id: $id) { id } }', { id: planId })).toEqual({ plan: null });
      const finance = await at.service.as({ roles: ['FINANCE'] });
      const asPlanned = await asked(planId, { graph: finance });
      expect(asPlanned).toMatchObject({ isAdjustmentWhole: false, adjustment: '0.00' });
      expect(asPlanned.all.map((row) => two(row))).toEqual([
        ['1000000.01', '1000000.01'],
        ['1000000.00', '1000000.00'],
        ['500000.00', '500000.00'],
      ]);
    });

    it('agrees with coverage', async () => {
      const { planId } = await rebalanced();
      const { plan } = await at.admin.query<{ plan: { coverage: Result; coverageByOwner: Result[] } }>(
        `query ($id: UUID!) { plan(id: $id) { coverage { target { amount } booked { amount } }
          coverageByOwner { owner { id } coverage { target { amount } booked { amount } } } } }`,
        { id: planId },
      );
      const { total, all } = await asked(planId);
      const figure = ({ target, booked }: Result) => ({ target, booked });
      expect(plan.coverage).toEqual(figure(total));
      expect(new Map(plan.coverageByOwner.map((row) => [idOf(row, 'owner'), row['coverage']]))).toEqual(
        new Map(all.map((row) => [idOf(row, 'owner'), figure(row)])),
      );
    });
  });

  describe('forecast to the end of the period', () => {
    beforeAll(async () => {
      for (const [purchasePattern, conversionBasisPoints] of [
        ['PROJECT', 3_333],
        ['RECURRING', 9_000],
      ] as const)
        await run(at.admin, 'defineFunnel', {
          ...{ purchasePattern, samplesNeededCount: 100_000 },
          stages: [
            { stage: 'VERIFY', name: '验证', conversionBasisPoints },
            { stage: 'NEGOTIATE', name: '谈判', conversionBasisPoints: 5_000 },
          ],
        });
    });

    const forecasts = async (planId: string, asked: Asked = {}) => {
      const found = await attainment(planId, { fields: `${forecast} planLine { id } startsOn`, ...asked });
      return { ...found, of: (row: Result | null) => row?.['forecast'] as Result | null };
    };

    it('is what was signed + each open deal by the win rate of its stage, with the rates that were used', async () => {
      const plan = await approvedPlan(at.admin);
      const whose = { ...placeOf(plan), team: 'north' };
      await sale(placeOf(plan), '2026-02-01', '300000.00');
      const deal = (minor: string, over: object) => opened(whose, { amount: cny(minor), scenario: 'PROJECT', ...over });
      await deal('100000.01', { expectedClose: '2026-12-31' });
      // Its day has gone by.
      await deal('100000.01', { expectedClose: '2026-03-01' });
      const { data } = await deal('700000.00', { expectedClose: '2026-09-30', scenario: 'RECURRING' });
      await moved(data, 'VERIFY', 'NEGOTIATE');
      // Nowhere: no day, after the period, no amount, another currency.
      await deal('1.00', {});
      await deal('2.00', { expectedClose: '2027-01-01' });
      await deal('0.00', { expectedClose: '2026-12-31', amount: undefined });
      await deal('0.00', { expectedClose: '2026-12-31', amount: { amount: '5.00', currency: 'USD' } });
      const { total, rows, of } = await forecasts(plan.planId);
      const expected = {
        // 200,000.02 × .3333 × .5 + 700,000 × .5 = 383,330.00
        ...{ amount: { amount: '683330.00' }, open: { amount: '900000.02' }, openCount: 3 },
        ...{ weighted: { amount: '383330.00' }, weightedCount: 3, leftOutCount: 4 },
        rates: expect.arrayContaining([
          {
            ...{ stage: 'VERIFY', purchasePattern: 'PROJECT', dealCount: 2, open: { amount: '200000.02' } },
            toWin: { basisPoints: 1_667, source: 'TEMPLATE' },
          },
          {
            ...{ stage: 'NEGOTIATE', purchasePattern: 'RECURRING', dealCount: 1, open: { amount: '700000.00' } },
            toWin: { basisPoints: 5_000, source: 'TEMPLATE' },
          },
        ]) as unknown,
      };
      expect(of(total)).toEqual(expected);
      expect(of(rows.nodes[0] ?? null)).toEqual(expected);
      const byMonth = await forecasts(plan.planId, { by: 'MONTH' });
      const openOf = (place: number) => byMonth.of(byMonth.rows.nodes[place] ?? null)?.['open'];
      // Of March is expected today, in June.
      expect([2, 5, 8, 11].map(openOf)).toEqual([
        ...[{ amount: '0.00' }, { amount: '100000.01' }, { amount: '700000.00' }, { amount: '100000.01' }],
      ]);
    });

    it('is unknown for another day than today, and expects nothing of a period that is over', async () => {
      const plan = await approvedPlan(at.admin, { startsOn: '2026-01-01', endsOn: '2026-06-15' });
      await opened({ ...placeOf(plan), team: 'north' }, { amount: cny('9.00'), expectedClose: '2026-06-01' });
      const open = async (asked: Asked) => {
        const { total, of } = await forecasts(plan.planId, asked);
        return of(total);
      };
      expect(await open({})).toMatchObject({ openCount: 1, leftOutCount: 0 });
      expect(await open({ asOf: '2026-06-14' })).toBeNull();
      at.today = '2026-06-16';
      expect(await open({})).toMatchObject({ openCount: 0, leftOutCount: 1, amount: { amount: '0.00' } });
      at.today = '2026-06-15';
    });

    it('of cash goes by how the lines pay, as far as somebody has said so', async () => {
      const plan = await approvedPlan(at.admin);
      const cash = async (asked: Asked = {}) =>
        (
          await attainment(plan.planId, {
            fields: 'cashForecast { amount { amount } fromContracts { amount } fromDeals { amount } unknownCount }',
            ...asked,
          })
        ).rows.nodes[0]?.['cashForecast'];
      // Of before the period, too: it pays within it.
      await sale(placeOf(plan), '2025-12-01', '1000.00', { '2025-12-02': '300.00', '2026-01-02': '250.00' });
      // More has come than is due yet.
      await sale(placeOf(plan), '2026-06-01', '100.00', { '2026-06-02': '90.00' });
      await sale(placeOf(plan), '2026-06-01', '7.00', { '2026-06-02': '7.00' });
      const over = { scenario: 'RECURRING' as const };
      const whose = { ...placeOf(plan), team: 'north' };
      await opened(whose, { ...over, amount: cny('2000.00'), expectedClose: '2026-09-30' });
      await opened(whose, { ...over, amount: cny('8000.00'), expectedClose: '2026-10-31' });
      await opened(whose, { ...over, amount: cny('9999.00'), expectedClose: '2027-01-31' });
      const nothing = { fromContracts: { amount: '0.00' }, fromDeals: { amount: '0.00' } };
      expect(await cash()).toEqual({ amount: { amount: '347.00' }, ...nothing, unknownCount: 4 });
      await made(at.admin, 'recordLineOutlook', {
        ...{ planLineId: plan.planLineId, probabilityBasisPoints: 5_000, closesOn: '2026-09-30' },
        payments: [
          { basisPoints: 2_000, lagMonths: 0 },
          { basisPoints: 5_000, lagMonths: 3 },
          { basisPoints: 3_000, lagMonths: 12 },
        ],
      });
      expect(await cash()).toEqual({
        // All 1,000 but 550; of 100 only 70 are due, and 90 have come.
        fromContracts: { amount: '450.00' },
        // (2,000 × .7 + 8,000 × .2) × .9 × .5: from 31 October three months on is the next year.
        fromDeals: { amount: '1350.00' },
        ...{ amount: { amount: '2147.00' }, unknownCount: 0 },
      });
      expect(await cash({ by: 'MONTH' })).toBeNull();
      expect(await cash({ asOf: '2026-06-14' })).toBeNull();
      at.today = '2027-01-01';
      expect(await cash()).toEqual({ amount: { amount: '347.00' }, ...nothing, unknownCount: 0 });
      at.today = '2026-06-15';
    });

    describe('counts the deals that one sees', () => {
      const cashOf = 'cashForecast { fromDeals { amount } unknownCount }';
      /** Of everything that a sum, a count or a rate could tell, in the rows, what is hidden and the total; null for no such row. */
      const seen = async (planId: string, by: By, graph: Asked['graph'] & object) => {
        const { total, hidden, rows, of } = await forecasts(planId, { by, graph, fields: `${forecast} ${cashOf}` });
        return [rows.nodes[0] ?? null, hidden, total].map((row) => {
          if (!row) return null;
          const { open, openCount, leftOutCount, rates } = of(row) as Result & { open: Result; rates: Result[] };
          const { fromDeals, unknownCount } = row['cashForecast'] as Result & { fromDeals: Result };
          return [open['amount'], openCount, leftOutCount, rates.length, fromDeals['amount'], unknownCount].join(' ');
        });
      };
      const over = { amount: cny('60.00'), expectedClose: '2026-12-31', scenario: 'RECURRING' as const };

      it('also of a line that one sees, and says nothing of the others', async () => {
        const plan = await approvedPlan(at.admin);
        await made(at.admin, 'recordLineOutlook', {
          ...{ planLineId: plan.planLineId, probabilityBasisPoints: 5_000, closesOn: '2026-09-30' },
          payments: [{ basisPoints: 10_000, lagMonths: 0 }],
        });
        await opened({ ...placeOf(plan), team: 'north' }, over);
        const southern = {
          ...placeOf(plan),
          ...{ ownerId: await makeRep(at.admin, { team: 'south' }), team: 'south' },
        };
        const { data } = await opened(southern, { ...over, amount: cny('40.00') });
        await moved(data, 'VERIFY', 'NEGOTIATE');
        await opened(southern, { ...over, expectedClose: '2027-01-01' });
        const presales = await at.service.as({ roles: ['PRESALES'] });
        // 60 × .9 × .5 + 40 × .5; of the others the first alone, and nothing.
        const [all, first, nothing] = ['100.00 2 1 2 47.00 0', '60.00 1 0 1 27.00 0', '0.00 0 0 0 0.00 0'];
        expect(await seen(plan.planId, 'LINE', at.admin)).toEqual([all, null, all]);
        expect(await seen(plan.planId, 'LINE', at.manager)).toEqual([first, null, first]);
        expect(await seen(plan.planId, 'LINE', presales)).toEqual([nothing, null, nothing]);
      });

      it('also where the line is hidden: a deal that is hidden, too, is in no sum, and neither is its stage', async () => {
        const stranger = await makeRep(at.admin, { team: 'south' });
        const plan = await makePlan(at.admin, {}, { ownerId: stranger });
        const reader = await makeRep(at.admin);
        const rep = await at.repAs(reader, ['north']);
        const nothing = '0.00 0 0 0 0.00 0';
        const { data } = await opened({ ...placeOf(plan), team: 'south' }, { ...over, amount: cny('123456.78') });
        await moved(data, 'VERIFY', 'NEGOTIATE');
        for (const by of dimensions.filter((one) => one !== 'MONTH'))
          expect(await seen(plan.planId, by, rep)).toEqual([null, nothing, nothing]);
        // The reader's own deal of the same line is in sight.
        await opened({ ...placeOf(plan), ownerId: reader, team: 'north' }, over);
        const own = '60.00 1 0 1 0.00 1';
        expect(await seen(plan.planId, 'LINE', rep)).toEqual([null, own, own]);
      });
    });
  });

  it('takes a lost deal out of the forecast', async () => {
    const plan = await approvedPlan(at.admin);
    const { data } = await opened(
      { ...placeOf(plan), team: 'north' },
      { amount: cny('9.00'), expectedClose: '2026-12-31' },
    );
    const open = async () => {
      const { total } = await attainment(plan.planId, { fields: 'forecast { openCount }' });
      return total['forecast'];
    };
    expect(await open()).toEqual({ openCount: 1 });
    await tell('fivepoint.deal.deal-lost.v1', {
      ...{ dealId: data.dealId, accountId: plan.accountId, ownerId: plan.ownerId, team: 'north' },
      ...{ stage: 'VERIFY', reason: 'price', lostOn: '2026-06-10' },
    });
    expect(await open()).toEqual({ openCount: 0 });
  });
});
