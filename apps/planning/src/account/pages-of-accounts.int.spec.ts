import { parseLocalDate, uuidv7 } from '@fivepoint/kernel';
import { appDataSource, type GraphContext, type Identity, inTenant, type ListArgs } from '@fivepoint/service';
import { cny, connected } from '@fivepoint/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { ContactCadenceList } from '../cadence/contact-cadence.list';
import { contactCadencesOf } from '../cadence/contact-cadences-of';
import { dueKey } from '../cadence/due-key';
import { CoverageReturnList } from '../coverage-return/coverage-return.list';
import { coverageFigures } from '../coverage-return/coverage-return';
import { coverageReturnsOf } from '../coverage-return/coverage-returns-of';
import { returnKey } from '../coverage-return/return-key';
import { CoverageRule } from '../rules/coverage-rule';
import { planning } from '../service';
import { house, made, makeAccount, makeDriver } from '../spec/house';
import { registerTenantOf } from '../spec/registered';
import { Account } from './account';
import { pageOfAccounts, type WorkedOut } from './accounts-in-sight';

/** What PostgreSQL says of the order of accounts, beside what the code says that is shown. */
describe('the lists of what is worked out of accounts', () => {
  const at = house();
  const today = parseLocalDate('2026-06-15');
  let dataSource: DataSource;
  let tenantId: string;
  let context: GraphContext;

  const read = <R>(work: (manager: EntityManager) => Promise<R>) => inTenant(dataSource, tenantId, work);

  beforeAll(async () => {
    await registerTenantOf(at.service);
    ({ tenantId } = at.service);
    const accountId = await makeAccount(at.admin);
    const measure = { quantity: '700', intensity: '0.5', unitPrice: cny('40000.00'), source: '年报' };
    await made(at.admin, 'recordDriverMeasure', { accountId, demandDriverId: await makeDriver(at.admin), ...measure });
    await connected(at.service.superuserUrl, async (client) => {
      // Each class and none, own efforts and none, ties of days and of ratios, a currency without a rule, and who is assessed in none.
      const { rows } = await client.query<{ id: string; n: number }>(
        `insert into account select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'name', 'A ' || n,
           'class', case n % 5 when 0 then 'CORE' when 1 then 'TRACTION' when 2 then 'GROWTH' when 3 then 'PROBLEM' end,
           'effort_hours', case when n % 3 = 0 then n % 9 end,
           'created_at', timestamptz '2026-05-01T20:00:00Z' + n % 7 * interval '1 day'))).*
         from account a, generate_series(1, 60) n where a.id = $1 returning id, split_part(name, ' ', 2)::int as n`,
        [accountId],
      );
      for (const { id, n } of rows) {
        if (n % 4 !== 0)
          await client.query(
            `insert into account_assessment select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'account_id', $2::uuid,
               'attainable_minor', case when $3::int % 7 > 0 then 100000000 * (1 + $3::int % 6) + $3::int % 2 end,
               'horizon_months', 6 + 6 * ($3::int % 2), 'currency', case when $3::int % 11 = 0 then 'JPY' else 'CNY' end))).*
             from account_assessment s where s.account_id = $1`,
            [accountId, id, n],
          );
        for (const [day, outcome] of [
          [n % 6, 'NEUTRAL'],
          [n % 10, 'GOOD_CONTACT'],
          [45, 'NOT_REACHED'],
          [60, 'NEUTRAL'],
        ])
          if (n % 2 === 0)
            await client.query(
              `insert into account_touch (tenant_id, id, service, account_id, contact_ids, kind, outcome, touched_on, event_id)
               values ($1, gen_random_uuid(), 'deal', $2, '{}', 'CALL', $3, date '2026-05-10' + $4::int, gen_random_uuid())`,
              [tenantId, id, outcome, day],
            );
      }
    });
    dataSource = await appDataSource(at.service.superuserUrl, planning.entities, 2).initialize();
    const caller: Identity = { tenantId, userId: uuidv7(), repId: null, roles: ['ADMIN'], teams: [] };
    const batched = async <R>(
      _: string,
      key: string,
      batch: (manager: EntityManager, keys: string[]) => Promise<R[]>,
    ) => (await read((manager) => batch(manager, [key])))[0];
    context = { caller, reads: { batched } } as unknown as GraphContext;
  });
  afterAll(() => dataSource.destroy());

  const accounts = () => read((manager) => manager.findBy(Account, { tenantId }));

  /** All ids of a list, page by page; `work` is given the accounts of one page at a time. */
  async function walked<F extends object, R extends { id: string }>(
    list: WorkedOut<F, R>,
    filter: F,
  ): Promise<{ ids: string[]; mostLoaded: number; total: number }> {
    const ids: string[] = [];
    let mostLoaded = 0;
    const watched = {
      ...list,
      work: (manager: EntityManager, some: Account[]) => {
        mostLoaded = Math.max(mostLoaded, some.length);
        return list.work(manager, some);
      },
    };
    for (let after: string | null = null; ;) {
      const args = { filter, first: 7, after } as unknown as ListArgs<F>;
      const page: Awaited<ReturnType<typeof pageOfAccounts<F, R>>> = await pageOfAccounts(context, watched, args);
      ids.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) return { ids, mostLoaded, total: await page.counted() };
      after = page.pageInfo.endCursor;
    }
  }

  const cadences = {
    name: 'contact cadences',
    where: ContactCadenceList.where,
    keyOf: (manager: EntityManager, filter: Parameters<typeof dueKey>[3]) => dueKey(manager, tenantId, today, filter),
    work: (manager: EntityManager, some: Account[]) => contactCadencesOf(manager, tenantId, some, today),
  };
  const returns = {
    name: 'coverage returns',
    where: CoverageReturnList.where,
    keyOf: (manager: EntityManager, filter: Parameters<typeof returnKey>[3]) =>
      returnKey(manager, tenantId, today, filter),
    work: (manager: EntityManager, some: Account[]) => coverageReturnsOf(manager, tenantId, some, today),
  };
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

  it('cadences go by the day that is shown, and load no more accounts than a page has', async () => {
    const all = await accounts();
    const shown = (await read((manager) => contactCadencesOf(manager, tenantId, all, today))).sort(byId);
    const inOrder = [...shown].sort((a, b) => ((a.dueOn ?? '~') < (b.dueOn ?? '~') ? -1 : a.dueOn === b.dueOn ? 0 : 1));
    const ids = (wanted: (late: number | null) => boolean) =>
      inOrder.filter(({ overdueDays }) => wanted(overdueDays)).map(({ id }) => id);
    expect(new Set(shown.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(15);
    expect(await walked(cadences, {})).toEqual({ ids: ids(() => true), mostLoaded: 7, total: all.length });
    for (const [filter, wanted] of [
      [{ isOverdue: true }, (late: number | null) => (late ?? 0) > 0],
      [{ isOverdue: false }, (late: number | null) => (late ?? 0) === 0],
      [{ leastOverdueDays: 9 }, (late: number | null) => (late ?? 0) >= 9],
    ] as const)
      expect(await walked(cadences, filter)).toMatchObject({ ids: ids(wanted), total: ids(wanted).length });
  });

  it('returns go by the exact ratio, and load no more accounts than a page has', async () => {
    const all = await accounts();
    const rules = new Map(
      (await read((manager) => manager.findBy(CoverageRule, { tenantId }))).map((rule) => [rule.id, rule]),
    );
    const shown = (await read((manager) => coverageReturnsOf(manager, tenantId, all, today))).sort(byId);
    const exactOf = ({ attainable, horizonMonths, effortHours, coverageRuleId }: (typeof shown)[number]) => {
      const rule = coverageRuleId === null ? undefined : rules.get(coverageRuleId);
      return coverageFigures({
        ...{ attainable: attainable?.minor ?? null, horizonMonths, effortHours },
        rule: rule ? { marginBasisPoints: rule.marginBasisPoints, hourCost: rule.hourCost.minor } : null,
      }).exact;
    };
    const known = shown.filter((one) => exactOf(one) !== null);
    const inOrder = [...known].sort((a, b) => {
      const [one, other] = [exactOf(a), exactOf(b)];
      if (!one || !other) throw new Error('is known');
      const difference = other.numerator * one.denominator - one.numerator * other.denominator;
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    });
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    const unknown = shown.filter((one) => exactOf(one) === null);
    // More of them differ than what is shown of them does, and some are equal.
    expect(new Set(known.map(({ ratio }) => ratio)).size).toBeLessThan(known.length - 3);
    expect(unknown.length).toBeGreaterThan(10);
    expect(await walked(returns, {})).toEqual({
      ...{ ids: [...ids(inOrder), ...ids(unknown)], mostLoaded: 7, total: all.length },
    });
    expect(await walked(returns, { isKnown: true })).toMatchObject({ ids: ids(inOrder), total: known.length });
    expect(await walked(returns, { isKnown: false })).toMatchObject({ ids: ids(unknown), total: unknown.length });
  });

  it('take a cursor of their own, of an account that is in the list', async () => {
    const [some] = await accounts();
    const cursor = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const ask = (after: string, list: string, filter = '') =>
      at.admin.raw(`query ($after: String) { ${list}(after: $after, first: 1 ${filter}) { nodes { id } } }`, { after });
    for (const list of ['contactCadences', 'coverageReturns'])
      for (const wrong of [
        'x',
        cursor('contact cadences', 'x'),
        cursor('another list', some?.id ?? ''),
        cursor(list === 'contactCadences' ? 'contact cadences' : 'coverage returns', uuidv7()),
      ]) {
        const { errors } = await ask(wrong, list);
        expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
      }
    const good = await ask(cursor('contact cadences', some?.id ?? ''), 'contactCadences');
    expect(good.errors).toBeUndefined();
  });
});
