import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result } from '@fivepoint/testing';
import { expectAgreement, expectPartitions, fenIn, type Figures, figuresOf, idIn } from './figures';
import { house, made, makeAccount, makeProduct, makeRep, run } from './house';
import { neighboursOf } from './pipeline';
import { fen, fenOf, stateLeft } from './rebalancing';
import { registerTenantOf } from './registered';

/** What somebody reads of a plan at one turn: amounts of the total, and of each rep what is aimed at, signed and paid out. */
interface Turn {
  planned: string;
  target: string;
  booked: string;
  collected: string;
  open: string;
  /** What rebalancings changed, by line. */
  adjustment?: string;
  /** Each rep's planned and rebalanced target and what is booked on the lines that are the rep's by now. */
  owners: Record<string, [planned: string, target: string, booked: string]>;
  /** Each rep's original target and what the rep signed. */
  paid: Record<string, [original: string, booked: string]>;
}

describe('all figures of a plan, through a year', () => {
  const at = house({ background: [] });
  const { opened, signed } = neighboursOf(at);
  beforeAll(async () => {
    await registerTenantOf(at.service);
    await run(at.admin, 'defineFunnel', {
      ...{ purchasePattern: 'PROJECT', samplesNeededCount: 100_000 },
      stages: [{ stage: 'VERIFY', name: '验证', conversionBasisPoints: 4_000 }],
    });
  });

  it('agree at every turn: each sums to one total, nothing counts twice, and nothing is lost', async () => {
    at.today = '2025-12-20';
    const [a, b, s] = [
      await makeRep(at.admin, { name: '安' }),
      await makeRep(at.admin, { name: '白' }),
      await makeRep(at.admin, { name: '石', team: 'south' }),
    ];
    const names: Record<string, string> = { [a]: 'a', [b]: 'b', [s]: 's' };
    const group = await makeAccount(at.admin, { ownerId: a, level: 'GROUP' });
    const first = await makeAccount(at.admin, { ownerId: a, parentId: group });
    const second = await makeAccount(at.admin, { ownerId: b, parentId: group });
    const third = await makeAccount(at.admin, { ownerId: s });
    const [power, cooling] = [await makeProduct(at.admin), await makeProduct(at.admin)];
    const planId = await made(at.admin, 'createPlan', {
      ...{ name: '年度作战计划', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY', team: 'north' },
    });
    const addLine = (accountId: string, productId: string, ownerId: string, target: string, over: object = {}) =>
      made(at.admin, 'addPlanLine', {
        ...{ planId, accountId, productId, ownerId, target: cny(target), floor: cny('100000.00'), ...over },
      });
    const l1 = await addLine(first, power, a, '700000.00', { stretch: cny('750000.00') });
    const l2 = await addLine(second, cooling, a, '300000.00');
    const l3 = await addLine(second, power, b, '500000.00');
    const l4 = await addLine(third, cooling, s, '400000.03');

    /** Whatever was signed and paid, whether or not it is of the plan; the figures must have all of it somewhere. */
    const told = { booked: 0n, contracts: 0, collected: 0n };
    const deal = async (place: object, ownerId: string, amount: string) => {
      const whose = { accountId: first, ownerId, team: names[ownerId] === 's' ? 'south' : 'north', ...place };
      const price = cny(amount);
      const { data } = await opened(whose, { amount: price, scenario: 'PROJECT', expectedClose: '2026-11-30' });
      return { ...whose, dealId: data.dealId, price };
    };
    const sign = async (
      { price, ...whose }: Awaited<ReturnType<typeof deal>>,
      signedOn: string,
      amount: typeof price = price,
    ) => {
      const contractId = uuidv7();
      await signed(whose, { contractId, signedOn, amount });
      told.contracts += 1;
      if (amount.currency === 'CNY') told.booked += fenOf(amount);
      return contractId;
    };
    const pay = async (contractId: string, paid: string, receivedOn: string) => {
      told.collected += fenOf(cny(paid));
      await at.service.receive(
        'fivepoint.receivables.payment-received.v1',
        {
          ...{
            receiptId: uuidv7(),
            accountId: first,
            contractId,
            instalmentId: uuidv7(),
            amount: cny(paid),
            receivedOn,
          },
          ...{ instalmentOutstanding: cny('0.00'), contractOutstanding: cny('0.00') },
        },
        { subject: contractId },
      );
    };

    const said = ({ plan, attainment }: Figures): Turn => {
      const text = (row: Result, field: string) => fen(fenIn(row, field)).amount;
      const { total, rows } = attainment.OWNER;
      return {
        ...{ planned: text(total, 'planned'), target: text(total, 'target'), booked: text(total, 'booked') },
        ...{ collected: text(total, 'collected'), open: text(total, 'forecast.open') },
        adjustment: attainment.LINE.adjustment.amount,
        owners: Object.fromEntries(
          rows.nodes.map((row) => [
            names[idIn(row, 'owner') ?? ''],
            [text(row, 'planned'), text(row, 'target'), text(row, 'booked')],
          ]),
        ),
        paid: Object.fromEntries(
          (plan.payouts?.rows.nodes ?? []).map((row) => [
            names[idIn(row, 'rep') ?? ''],
            [text(row, 'originalTarget'), text(row, 'booked')],
          ]),
        ),
      };
    };
    /** Asks as everybody, holds all figures against each other and against what is told here. */
    const turn = async (expected: Turn) => {
      const figures = await figuresOf(at.admin, planId);
      expectPartitions(figures);
      expectAgreement(figures);
      for (const graph of [at.manager, await at.repAs(a, ['north']), await at.service.as({ roles: ['FINANCE'] })])
        expectPartitions(await figuresOf(graph, planId));
      const { total, unplanned, leftOutCount } = figures.attainment.LINE;
      expect(fenIn(total, 'booked') + fenIn(unplanned, 'booked')).toBe(told.booked);
      expect(fenIn(total, 'collected') + fenIn(unplanned, 'collected')).toBe(told.collected);
      expect(Number(total['contractCount']) + Number(unplanned['contractCount']) + leftOutCount).toBe(told.contracts);
      expect(said(figures)).toEqual({ adjustment: '0.00', ...expected });
      return figures;
    };
    const approve = async (over: object = {}) => {
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId, ...over });
    };

    // Approved before its period, and started on its first day.
    await approve();
    const promised = {
      ...{ planned: '1900000.03', target: '1900000.03', booked: '0.00', collected: '0.00', open: '0.00' },
      owners: {
        a: ['1000000.00', '1000000.00', '0.00'],
        b: ['500000.00', '500000.00', '0.00'],
        s: ['400000.03', '400000.03', '0.00'],
      },
      paid: {},
    } satisfies Turn;
    await turn(promised);
    at.today = '2026-01-01';
    await made(at.admin, 'startPlan', { planId });
    await turn({
      ...promised,
      paid: { a: ['1000000.00', '0.00'], b: ['500000.00', '0.00'], s: ['400000.03', '0.00'] },
    });

    // Contracts, one under no line and one in another currency; and what is open.
    at.today = '2026-02-10';
    const of1 = await sign(await deal({ planLineId: l1, productId: power }, a, '120000.00'), '2026-02-01');
    const place2 = { planLineId: l2, productId: cooling, accountId: second };
    const place4 = { planLineId: l4, productId: cooling, accountId: third };
    const of2 = await sign(await deal(place2, a, '80000.01'), '2026-02-02');
    await sign(await deal(place4, s, '50000.00'), '2026-02-10');
    const beside = await sign(await deal({ productId: power }, a, '9999.99'), '2026-02-03');
    const foreign = await deal({ planLineId: l3, productId: power, accountId: second }, b, '1.00');
    await sign(foreign, '2026-02-04', { amount: '7.00', currency: 'USD' });
    await deal({ planLineId: l1, productId: power }, a, '200000.00');
    const late = await deal(place2, a, '60000.00');
    await deal(place4, s, '90000.00');
    const sold = {
      ...{ booked: '250000.01', open: '350000.00' },
      owners: {
        a: ['1000000.00', '1000000.00', '200000.01'],
        b: ['500000.00', '500000.00', '0.00'],
        s: ['400000.03', '400000.03', '50000.00'],
      },
      paid: { a: ['1000000.00', '200000.01'], b: ['500000.00', '0.00'], s: ['400000.03', '50000.00'] },
    } satisfies Partial<Turn>;
    await turn({ ...promised, ...sold });

    at.today = '2026-03-05';
    await pay(of1, '100000.00', '2026-03-01');
    await pay(of2, '30000.01', '2026-03-05');
    await pay(beside, '5000.00', '2026-03-02');
    const paid = await turn({ ...promised, ...sold, collected: '130000.01' });

    // The second can bring 300,000.00 of 500,000.00: a tenth more for each of the others, and 60,000.00 for nobody.
    at.today = '2026-06-15';
    await stateLeft(at.admin, a, 200_000_000n);
    await stateLeft(at.admin, b, 25_000_000n);
    await stateLeft(at.admin, s, 100_000_000n);
    const rebalancingId = await made(at.admin, 'proposeRebalancing', { planId, reason: '预算推迟' });
    await turn({ ...promised, ...sold, collected: '130000.01' });
    const helps = await makeRep(at.admin, { name: '周主任' });
    await made(at.admin, 'approveRebalancing', { rebalancingId, supports: [{ repId: b, ownerId: helps }] });
    const rebalanced = await turn({
      ...{ ...promised, ...sold, collected: '130000.01', target: '1840000.03', adjustment: '-60000.00' },
      owners: {
        a: ['1000000.00', '1100000.00', '200000.01'],
        b: ['500000.00', '300000.00', '0.00'],
        s: ['400000.03', '440000.03', '50000.00'],
      },
    });
    // Nobody's pay is another for it.
    expect(rebalanced.plan.payouts).toEqual(paid.plan.payouts);

    // The first line goes to another rep with a lower target, and there is a new one.
    at.today = '2026-07-01';
    await made(at.admin, 'revisePlan', { planId, reason: '重新分工' });
    await made(at.admin, 'updatePlanLine', { planLineId: l1, ownerId: b, target: cny('650000.00'), stretch: null });
    await addLine(first, cooling, s, '100000.00');
    const open = await figuresOf(at.admin, planId);
    expect([open.attainment, open.plan.payouts]).toEqual([rebalanced.attainment, rebalanced.plan.payouts]);
    await approve({ reason: '客户换了团队' });
    const handedOver = {
      ...{ planned: '1950000.03', booked: '250000.01', collected: '130000.01', open: '350000.00', paid: sold.paid },
      // What the new line adds takes the place of what was added to its owner before.
      target: '1850000.03',
      adjustment: '-100000.00',
      owners: {
        a: ['300000.00', '400000.00', '80000.01'],
        b: ['1150000.00', '950000.00', '120000.00'],
        s: ['500000.03', '500000.03', '50000.00'],
      },
    } satisfies Turn;
    const revised = await turn(handedOver);
    expect(revised.plan.payouts).toEqual(paid.plan.payouts);

    // The second line is taken out, and what came of it stays with whose it was; so does what is signed of it afterwards.
    at.today = '2026-09-01';
    await made(at.admin, 'revisePlan', { planId, reason: '项目取消' });
    await made(at.admin, 'withdrawPlanLine', { planLineId: l2 });
    await approve({ reason: '项目取消' });
    const withoutSecond = {
      ...{ ...handedOver, planned: '1650000.03', target: '1450000.03', adjustment: '-200000.00' },
      owners: { ...handedOver.owners, a: ['0.00', '0.00', '80000.01'] },
    } satisfies Turn;
    const withdrawn = await turn(withoutSecond);
    expect(withdrawn.plan.payouts).toEqual(paid.plan.payouts);
    const line = withdrawn.attainment.LINE.rows.nodes.find((row) => idIn(row, 'planLine') === l2);
    expect(line).toMatchObject({
      planned: { amount: '0.00' },
      lineCount: 0,
      booked: { amount: '80000.01' },
      contractCount: 1,
    });
    await sign(late, '2026-09-01');
    const end = await turn({
      ...{ ...withoutSecond, booked: '310000.01', open: '290000.00' },
      owners: { ...handedOver.owners, a: ['0.00', '0.00', '140000.01'] },
      paid: { ...sold.paid, a: ['1000000.00', '260000.01'] },
    });

    // Day by day it is as it was then.
    const on = async (asOf: string) => {
      const { plan } = await at.admin.query<{ plan: { attainment: { total: Result } } }>(
        `query ($id: UUID!, $asOf: LocalDate) { plan(id: $id) { attainment(by: LINE, asOf: $asOf) { total { planned { amount }
          target { amount } booked { amount } } } } }`,
        { id: planId, asOf },
      );
      return ['planned', 'target', 'booked'].map((field) => fen(fenIn(plan.attainment.total, field)).amount);
    };
    expect(await on('2026-02-09')).toEqual(['1900000.03', '1900000.03', '200000.01']);
    expect(await on('2026-06-15')).toEqual(['1900000.03', '1840000.03', '250000.01']);
    expect(await on('2026-08-31')).toEqual(['1950000.03', '1850000.03', '250000.01']);
    expect(await on('2026-09-01')).toEqual(['1650000.03', '1450000.03', '310000.01']);

    // And the versions beside each other say what the turns said.
    const { plan } = await at.admin.query<{ plan: { versions: { nodes: Result[] } } }>(
      `query ($id: UUID!) { plan(id: $id) { versions(first: 10) { nodes { number totalTarget { amount } rollUp(by: TEAM) { total { target { amount } } }
        comparison { targetBefore { amount } targetAfter { amount } difference { amount } addedCount changedCount withdrawnCount } } } } }`,
      { id: planId },
    );
    const versions = [...plan.versions.nodes].sort((one, other) => Number(one['number']) - Number(other['number']));
    const totals = ['1900000.03', '1950000.03', '1650000.03'].map((amount) => ({ amount }));
    expect(versions.map((version) => version['totalTarget'])).toEqual(totals);
    expect(versions.map((version) => version['rollUp'])).toEqual(totals.map((target) => ({ total: { target } })));
    const [initial, ...later] = versions.map((version) => version['comparison']);
    expect(initial).toBeNull();
    expect(later).toEqual([
      {
        ...{ targetBefore: totals[0], targetAfter: totals[1], difference: { amount: '50000.00' } },
        ...{ addedCount: 1, changedCount: 1, withdrawnCount: 0 },
      },
      {
        ...{ targetBefore: totals[1], targetAfter: totals[2], difference: { amount: '-300000.00' } },
        ...{ addedCount: 0, changedCount: 0, withdrawnCount: 1 },
      },
    ]);
    expect(end.plan['currentVersion']).toEqual({ number: 3 });
  });

  it('agree where a rep joins later: the first rep is paid by the promise, the newcomer by the first version with a line of the rep', async () => {
    at.today = '2026-01-01';
    const [first, newcomer] = [await makeRep(at.admin), await makeRep(at.admin)];
    const planId = await made(at.admin, 'createPlan', {
      ...{ name: '华东补充计划', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY', team: 'north' },
    });
    const accountId = await makeAccount(at.admin, { ownerId: first });
    const addLine = async (ownerId: string, target: string) =>
      made(at.admin, 'addPlanLine', {
        ...{ planId, accountId, productId: await makeProduct(at.admin), ownerId },
        ...{ target: cny(target), floor: cny('0.00') },
      });
    const approve = async () => {
      await made(at.admin, 'submitPlan', { planId });
      await made(at.admin, 'approvePlan', { planId, reason: '新同事' });
    };
    await addLine(first, '900000.00');
    const handed = await addLine(first, '300000.00');
    await approve();
    at.today = '2026-05-04';
    await made(at.admin, 'revisePlan', { planId, reason: '新同事' });
    await made(at.admin, 'updatePlanLine', { planLineId: handed, ownerId: newcomer });
    await addLine(newcomer, '50000.01');
    await approve();
    const figures = await figuresOf(at.admin, planId);
    expectPartitions(figures);
    expectAgreement(figures);
    const originals = (rows: readonly Result[], field: string) =>
      Object.fromEntries(rows.map((row) => [idIn(row, 'rep'), fen(fenIn(row, field)).amount]));
    expect(originals(figures.plan.repTargets, 'original')).toEqual({ [first]: '1200000.00', [newcomer]: '0.00' });
    const { payouts } = figures.plan;
    if (!payouts) throw new Error('the plan is in force');
    expect(originals(payouts.rows.nodes, 'originalTarget')).toEqual({
      [first]: '1200000.00',
      [newcomer]: '350000.01',
    });
    // What is wrong of either is seen.
    for (const rep of [first, newcomer]) {
      const rows = { nodes: payouts.rows.nodes.filter((row) => idIn(row, 'rep') !== rep) };
      const wrong = { ...figures, plan: { ...figures.plan, payouts: { ...payouts, rows } } };
      expect(() => expectAgreement(wrong)).toThrow();
    }
  });
});
