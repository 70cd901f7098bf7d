import fc from 'fast-check';
import { Money, uuidv7 } from '@fivepoint/kernel';
import { cny, type GraphClient, type Result } from '@fivepoint/testing';
import { approvedPlan, house, made, makeAccount, makePlan, makeProduct, makeRep, run } from '../spec/house';

interface Row {
  target: { amount: string };
  floor: { amount: string };
  stretch: { amount: string };
  lineCount: number;
  account: { id: string } | null;
  product: { id: string } | null;
  owner: { id: string } | null;
  team: string | null;
}

interface RollUp {
  total: Row;
  hidden: Row | null;
  rows: { nodes: Row[]; totalCount: number };
}

const row =
  'target { amount } floor { amount } stretch { amount } lineCount account { id } product { id } owner { id } team';
const dimensions = ['PRODUCT', 'TEAM', 'OWNER', 'ACCOUNT', 'GROUP', 'PROVINCE', 'CITY', 'UNIT'] as const;
type By = (typeof dimensions)[number];

describe('roll-ups of a plan (P21)', () => {
  const at = house();

  const rolledUp = async (planId: string, by: By, graph: Pick<GraphClient, 'query'> = at.admin): Promise<RollUp> => {
    const { plan } = await graph.query<{ plan: { rollUp: RollUp } }>(
      `query ($id: UUID!, $by: RollUpBy!) { plan(id: $id) { rollUp(by: $by) { total { ${row} } hidden { ${row} }
        rows(first: 100) { totalCount nodes { ${row} } } } } }`,
      { id: planId, by },
    );
    return plan.rollUp;
  };
  const keyOf = ({ account, product, owner, team }: Row) => account?.id ?? product?.id ?? owner?.id ?? team;
  /** What each row is of, and its target. */
  const targets = ({ rows }: RollUp) => rows.nodes.map((one) => [keyOf(one), one.target.amount]);

  /** A group with a province, which has a city with a unit, and a province of its own; one line at each, 1, 10, 100 … of two products. */
  async function tree() {
    const [ownerId, southern] = [await makeRep(at.admin), await makeRep(at.admin, { team: 'south' })];
    const [a, b] = [await makeProduct(at.admin), await makeProduct(at.admin)];
    const account = (level: string, parentId?: string) => makeAccount(at.admin, { level, parentId, ownerId });
    const group = await account('GROUP');
    const province = await account('PROVINCE', group);
    const city = await account('CITY', province);
    const unit = await account('UNIT', city);
    const alone = await account('PROVINCE');
    const planId = await made(at.admin, 'createPlan', {
      ...{ name: '年度作战计划', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY', team: 'north' },
    });
    const line = (accountId: string, productId: string, target: string, over: object = {}) => ({
      ...{ accountId, productId, ownerId, target: cny(target), floor: cny('0.50') },
      ...over,
    });
    await made(at.admin, 'addPlanLines', {
      planId,
      lines: [
        line(group, a, '1.00', { stretch: cny('1.50') }),
        line(province, a, '10.00'),
        line(city, b, '100.00'),
        line(unit, a, '1000.00'),
        line(alone, b, '10000.00'),
        line(unit, b, '100000.00', { ownerId: southern }),
      ],
    });
    return { planId, ownerId, southern, a, b, group, province, city, unit, alone };
  }

  it('are by product, team, owner and account, the largest first', async () => {
    const { planId, ownerId, southern, a, b, group, province, city, unit, alone } = await tree();
    expect(await rolledUp(planId, 'PRODUCT')).toMatchObject({
      total: {
        target: { amount: '111111.00' },
        floor: { amount: '3.00' },
        stretch: { amount: '111111.50' },
        lineCount: 6,
      },
      hidden: null,
      rows: {
        totalCount: 2,
        nodes: [
          {
            product: { id: b },
            target: { amount: '110100.00' },
            floor: { amount: '1.50' },
            lineCount: 3,
            account: null,
          },
          { product: { id: a }, target: { amount: '1011.00' }, stretch: { amount: '1011.50' }, lineCount: 3 },
        ],
      },
    });
    expect(targets(await rolledUp(planId, 'TEAM'))).toEqual([
      ['south', '100000.00'],
      ['north', '11111.00'],
    ]);
    expect(targets(await rolledUp(planId, 'OWNER'))).toEqual([
      [southern, '100000.00'],
      [ownerId, '11111.00'],
    ]);
    expect(targets(await rolledUp(planId, 'ACCOUNT'))).toEqual([
      [unit, '101000.00'],
      [alone, '10000.00'],
      [city, '100.00'],
      [province, '10.00'],
      [group, '1.00'],
    ]);
  });

  it('go up the hierarchy: a sum of a level has all that stands beneath, and what stands beneath none is apart', async () => {
    const { planId, group, province, city, unit, alone } = await tree();
    const levels = {
      GROUP: [
        [group, '101111.00'],
        [null, '10000.00'],
      ],
      PROVINCE: [
        [province, '101110.00'],
        [alone, '10000.00'],
        [null, '1.00'],
      ],
      CITY: [
        [city, '101100.00'],
        [null, '10011.00'],
      ],
      UNIT: [
        [unit, '101000.00'],
        [null, '10111.00'],
      ],
    } as const;
    for (const by of ['GROUP', 'PROVINCE', 'CITY', 'UNIT'] as const)
      expect(targets(await rolledUp(planId, by))).toEqual(levels[by]);
  });

  it('count a group beneath a group with the one at the top', async () => {
    const plan = await makePlan(at.admin);
    const top = await makeAccount(at.admin, { level: 'GROUP' });
    const parentId = await makeAccount(at.admin, { level: 'GROUP', parentId: top });
    await made(at.admin, 'updateAccount', { accountId: plan.accountId, parentId });
    expect(targets(await rolledUp(plan.planId, 'GROUP'))).toEqual([[top, '1500000.00']]);
  });

  it('keep what one may not see in the total, as one row', async () => {
    const { planId, ownerId, unit, city } = await tree();
    const rep = await at.repAs(ownerId, ['north']);
    for (const by of dimensions) {
      const rollUp = await rolledUp(planId, by, rep);
      expect(rollUp).toMatchObject({
        total: { target: { amount: '111111.00' }, lineCount: 6 },
        hidden: {
          target: { amount: '100000.00' },
          lineCount: 1,
          account: null,
          product: null,
          owner: null,
          team: null,
        },
      });
    }
    expect(targets(await rolledUp(planId, 'TEAM', rep))).toEqual([['north', '11111.00']]);
    expect(targets(await rolledUp(planId, 'UNIT', rep))).toEqual([
      [null, '10111.00'],
      [unit, '1000.00'],
    ]);
    const foreign = await makeRep(at.admin, { team: 'east' });
    await made(at.admin, 'updateAccount', { accountId: city, ownerId: foreign });
    const byCity = await rolledUp(planId, 'CITY', rep);
    expect(byCity.hidden).toMatchObject({ target: { amount: '101100.00' }, lineCount: 3 });
    expect(targets(byCity)).toEqual([[null, '10011.00']]);
    expect(targets(await rolledUp(planId, 'OWNER', rep))).toEqual([[ownerId, '11111.00']]);
  });

  it('are read page by page, also those of a revision', async () => {
    const { planId, planLineId, ownerId, productId } = await approvedPlan(at.admin);
    await made(at.admin, 'revisePlan', { planId, reason: 'less' });
    await made(at.admin, 'updatePlanLine', { planLineId, target: cny('1400000.00') });
    const accountId = await makeAccount(at.admin);
    await made(at.admin, 'addPlanLine', { planId, accountId, productId, ownerId, target: cny('2'), floor: cny('0') });
    const page = async (after: string | null) => {
      const { plan } = await at.admin.query<{ plan: { openRevision: { rollUp: Result } } }>(
        `query ($id: UUID!, $after: String) { plan(id: $id) { openRevision { rollUp(by: ACCOUNT) { total { target { amount } }
          rows(first: 1, after: $after) { totalCount nodes { target { amount } } pageInfo { hasNextPage endCursor } } } } } }`,
        { id: planId, after },
      );
      return plan.openRevision.rollUp as unknown as {
        total: object;
        rows: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };
    const first = await page(null);
    expect(first).toMatchObject({
      total: { target: { amount: '1400002.00' } },
      rows: { totalCount: 2, nodes: [{ target: { amount: '1400000.00' } }], pageInfo: { hasNextPage: true } },
    });
    expect(await page(first.rows.pageInfo.endCursor)).toMatchObject({
      rows: { nodes: [{ target: { amount: '2.00' } }], pageInfo: { hasNextPage: false } },
    });
    expect(targets(await rolledUp(planId, 'ACCOUNT'))).toMatchObject([[expect.anything(), '1500000.00']]);
  });

  it('of a plan without lines are nothing', async () => {
    const planId = await made(at.admin, 'createPlan', {
      name: 'empty',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      currency: 'CNY',
    });
    for (const by of dimensions)
      expect(await rolledUp(planId, by)).toMatchObject({
        total: { target: { amount: '0.00' }, lineCount: 0 },
        hidden: null,
        rows: { nodes: [], totalCount: 0 },
      });
  });

  it('always sum to the total of the lines, whatever these are and whoever looks', async () => {
    const owners = [await makeRep(at.admin), await makeRep(at.admin), await makeRep(at.admin, { team: 'south' })];
    const products = [await makeProduct(at.admin), await makeProduct(at.admin), await makeProduct(at.admin)];
    const accounts: string[] = [];
    const levels = ['GROUP', 'GROUP', 'PROVINCE', 'PROVINCE', 'CITY', 'CITY', 'UNIT', 'UNIT', 'UNIT'];
    for (const [index, level] of levels.entries())
      accounts.push(
        await makeAccount(at.admin, {
          level,
          ...(index % 2 === 1 && { parentId: accounts[index - 1] }),
          ...(index % 4 === 2 && { parentId: accounts[index - 2] }),
          ...(index % 3 > 0 && { ownerId: owners[index % 3] }),
        }),
      );
    const member = <T>(of: readonly T[]) => fc.constantFrom(...of);
    const oneLine = fc.record({
      accountId: member(accounts),
      productId: member(products),
      ownerId: member(owners),
      amounts: fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 15n), fc.bigInt(0n, 10n ** 12n), fc.boolean()),
    });
    const some = fc.uniqueArray(oneLine, {
      minLength: 1,
      maxLength: 27,
      selector: ({ accountId, productId }) => accountId + productId,
    });
    const viewers = [at.admin, at.manager, await at.repAs(owners[0] ?? '', []), await at.repAs(uuidv7(), ['north'])];
    await fc.assert(
      fc.asyncProperty(some, async (lines) => {
        const planId = await made(at.admin, 'createPlan', {
          ...{ name: 'any', startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY', team: 'north' },
        });
        const money = (minor: bigint) => Money.of(minor, 'CNY').toJSON();
        const rows = lines.map(({ amounts: [floor, target, more, isStretched], ...place }) => ({
          ...place,
          target: money(target),
          floor: money(floor < target ? floor : target),
          ...(isStretched && { stretch: money(target + more) }),
        }));
        expect(await run(at.admin, 'addPlanLines', { planId, lines: rows })).toMatchObject({ __typename: 'Plan' });
        const fen = (amount: string) => BigInt(amount.replace('.', ''));
        const whole = {
          target: rows.reduce((sum, { target }) => sum + fen(target.amount), 0n),
          floor: rows.reduce((sum, { floor }) => sum + fen(floor.amount), 0n),
          stretch: rows.reduce((sum, { target, stretch }) => sum + fen((stretch ?? target).amount), 0n),
        };
        for (const viewer of viewers)
          for (const by of dimensions) {
            const { plan } = await viewer.query<{ plan: object | null }>(
              'query ($id: UUID!) { plan(id: $id) { id } }',
              {
                id: planId,
              },
            );
            if (!plan) continue;
            const rollUp = await rolledUp(planId, by, viewer);
            const parts = [...rollUp.rows.nodes, ...(rollUp.hidden ? [rollUp.hidden] : [])];
            for (const field of ['target', 'floor', 'stretch'] as const) {
              expect(parts.reduce((sum, part) => sum + fen(part[field].amount), 0n)).toBe(whole[field]);
              expect(fen(rollUp.total[field].amount)).toBe(whole[field]);
            }
            expect(parts.reduce((sum, { lineCount }) => sum + lineCount, 0)).toBe(rows.length);
          }
      }),
      { numRuns: 6 },
    );
  });
});
