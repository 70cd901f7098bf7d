import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@fivepoint/testing';
import { parse } from 'csv-parse/sync';
import type { GraphUser } from '../../lifecycle/src/graph-user';
import { repositoryRoot } from '../../local/src/settings';
import type { Report } from './report';
import { importHouse, type ImportHouse, type Tenant } from './spec/import-house';

const data = join(repositoryRoot, '..', 'shared', 'data');
/** The public data sets lie beside the project, not in it. */
const describeReal = existsSync(data) ? describe : describe.skip;
const unless = existsSync(data) ? '' : ` (skipped: there is no ${data})`;

/** The whole sets with WHOLE_DATA_SETS=1; else every fourth opportunity and invoice, for what is worked out is worked out here from the same rows. */
const whole = process.env['WHOLE_DATA_SETS'] === '1';
const taken = mkdtempSync(join(tmpdir(), 'fivepoint-data-sets-'));
const large = ['sales_pipeline.csv', 'invoices.csv'];

/** The data sets as they are taken, in a folder of their own. */
function takeDataSets(): void {
  for (const set of ['crm-sales-opportunities', 'accounts-receivable']) {
    mkdirSync(join(taken, set));
    for (const file of readdirSync(join(data, set)).filter((name) => name.endsWith('.csv'))) {
      const [head = '', ...rows] = readFileSync(join(data, set, file), 'utf8')
        .trimEnd()
        .split('\n');
      const some = large.includes(file) && !whole ? rows.filter((_, at) => at % 4 === 0) : rows;
      writeFileSync(join(taken, set, file), `${[head, ...some].join('\n')}\n`);
    }
  }
}

const csv = (...path: string[]) =>
  parse(readFileSync(join(taken, ...path)), { columns: true, bom: true }) as Record<string, string>[];
const iso = (american = '') => {
  const [month = '', day = '', year = ''] = american.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const cents = (amount = '') => Math.round(Number(amount) * 100);

const counts = async (graph: GraphUser, ...lists: string[]) => {
  const fields = lists.map((list, at) => `l${at}: ${list.includes('(') ? list : `${list}(first: 1)`} { totalCount }`);
  const answer = await graph.ask<Record<string, { totalCount: number }>>(`{ ${fields.join(' ')} }`);
  return lists.map((_, at) => answer[`l${at}`]?.totalCount);
};

/** Every node of a list, page by page. */
async function all<T>(graph: GraphUser, list: string, selection: string): Promise<T[]> {
  const nodes: T[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($after: String) { list: ${list}(first: 100, after: $after) {
      nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const { list: page }: { list: { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await graph.ask(query, { after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

const sums = (report: Report) => Object.fromEntries(report.totals());
const outcome = (read: number, recorded: number, already = 0, rejected = 0, repaired = 0) => ({
  ...{ read, recorded, already, rejected, repaired },
});

type Run = Awaited<ReturnType<Tenant['importAsProcess']>>;

describe('importing an older system', () => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse();
  });
  afterAll(async () => {
    await house.stop();
    rmSync(taken, { recursive: true, force: true });
  });

  describe('from an export of our own, in which everything is wrong once', () => {
    const folder = join(__dirname, 'spec', 'own-crm');
    const args = ['crm', folder, '--mapping', join(folder, 'mapping.json')];
    let own: Tenant;
    let first: Run;
    const report = () => join(house.folder, 'report.csv');
    beforeAll(async () => {
      own = await house.tenant('own');
      first = await own.importAsProcess([...args, '--report', report()]);
    });

    it('records what can be recorded, and reports every other row with its line and reason', () => {
      const { code, output } = first;
      expect(code).toBe(1);
      expect(output).toContain('accounts.csv: the mapping says nothing of 员工数; not imported');
      expect(output).toMatch(/deals +11 +3 +0 +8 +/);
      const rows = parse(readFileSync(report()), { columns: true }) as Record<string, string>[];
      const rejected = rows.filter((row) => row['outcome'] === 'REJECTED' && row['reason'] && !row['column']);
      expect(rejected.map(({ file, line }) => `${file}:${line}`)).toEqual([
        'accounts.csv:5',
        ...[4, 5, 6, 7, 8, 10, 12, 13, 14, 15].map((line) => `opportunities.csv:${line}`),
      ]);
      const reasonOf = (line: string) => rejected.find((row) => row['line'] === line && row['file']?.startsWith('opp'));
      expect(reasonOf('6')?.['reason']).toBe('amount: a deal that is SIGNED must say for how much');
      expect(reasonOf('15')?.['reason']).toBe('closedOn: must not be before openedOn, 2025-05-01');
      const repaired = rows.filter(({ column }) => column !== '');
      expect(repaired.map(({ line, given, taken, outcome: was }) => [line, given, taken, was])).toEqual([
        ['2', '通信电源48v', '通信电源 48V', 'RECORDED'],
        ['16', 'acme北京', 'Ａｃｍｅ　北京', 'RECORDED'],
      ]);
    });

    it('shows in the graph as it was', async () => {
      const accounts = await all<object>(
        own.graph,
        'accounts',
        'name level industry origin externalId parent { name }',
      );
      expect(accounts).toHaveLength(3);
      expect(accounts).toContainEqual({
        ...{ name: '星桥电源, 华东', level: 'UNIT', industry: '工业', origin: 'IMPORTED', externalId: 'C2' },
        parent: { name: '星桥集团' },
      });
      const reps = await all<{ name: string; manager: object | null }>(own.graph, 'reps', 'name team manager { name }');
      expect(reps.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
        { name: '林涛', team: '华北', manager: { name: '陈静' } },
        { name: '陈静', team: '华北', manager: null },
        { name: '高敏', team: '华南', manager: { name: '林涛' } },
      ]);
      expect(await all(own.graph, 'leads', 'title capturedOn status account { id } owner { name }')).toEqual([
        { title: 'O07', capturedOn: '2025-06-01', status: 'CAPTURED', account: null, owner: { name: '高敏' } },
      ]);
      const deals = await all<{ externalId: string }>(
        own.graph,
        'deals',
        'externalId stage openedOn closedOn amount { amount currency } account { name } product { name } owner { name }',
      );
      expect(deals.map(({ externalId }) => externalId).sort()).toEqual(['O01', 'O12', 'O13']);
      expect(deals.find(({ externalId }) => externalId === 'O01')).toEqual({
        ...{ externalId: 'O01', stage: 'SIGNED', openedOn: '2025-01-05', closedOn: '2025-03-01' },
        ...{ amount: { amount: '1250000.00', currency: 'CNY' }, account: { name: '星桥集团' } },
        ...{ product: { name: '通信电源 48V' }, owner: { name: '林涛' } },
      });
    });

    it('is told to everybody as history, which opens no work for anybody', async () => {
      interface Signed {
        settled: boolean | null;
        instalments: object[] | null;
        renewal: object | null;
        successPlan: { status: string } | null;
        account: { timeline: { nodes: { type: string; origin: string; occurredAt: string }[] } };
      }
      const selection = `settled instalments { id } renewal { id } successPlan { status }
        account { timeline(first: 100) { nodes { type origin occurredAt } } }`;
      await eventually(
        async () => {
          const [contract] = await all<Signed>(own.graph, 'contracts', selection);
          expect(contract).toMatchObject({ settled: false, instalments: [], renewal: null });
          expect(contract?.successPlan).toEqual({ status: 'RECORDED' });
          const told = contract?.account.timeline.nodes.map(
            ({ type, origin, occurredAt }) => `${type.split('.')[2]} ${origin} ${occurredAt.slice(0, 10)}`,
          );
          expect(told).toEqual(
            expect.arrayContaining([
              'deal-opened IMPORTED 2025-01-05',
              'contract-signed IMPORTED 2025-03-01',
              'deal-opened IMPORTED 2025-05-01',
              'deal-lost IMPORTED 2025-06-01',
            ]),
          );
        },
        // Behind all history that has come before it: in another order of the cases, that is the whole CRM's.
        { timeoutMs: 240_000, everyMs: 250 },
      );
      await own.handled();
      expect(await counts(own.graph, 'pursuits', 'renewals', 'expansions', 'instalments')).toEqual([0, 0, 0, 0]);
    });

    it('is recorded once, however often it comes', async () => {
      expect(sums(await own.import(...args))).toEqual({
        product: outcome(2, 0, 2),
        rep: outcome(3, 0, 3),
        account: outcome(4, 0, 3, 1),
        lead: outcome(1, 0, 1),
        deal: outcome(11, 0, 3, 8, 2),
        opportunity: outcome(2, 0, 0, 2),
      });
    });
  });

  describeReal(`from the public data sets${unless}`, () => {
    const folder = join(taken, 'crm-sales-opportunities');
    const invoices = join(taken, 'accounts-receivable', 'invoices.csv');
    let crm: Tenant;
    let billing: Tenant;
    /** The CRM's import, which was killed, what was there then, and the report of the next. */
    let [killed, half, resumed]: [Run, number, Report] = [null as never, 0, null as never];
    beforeAll(async () => {
      takeDataSets();
      [crm, billing] = [await house.tenant('crm'), await house.tenant('billing')];
      killed = await crm.importAsProcess(['crm', folder], /deals \d{3,4} of/);
      [half = 0] = await counts(crm.graph, 'deals');
      resumed = await crm.import('crm', folder);
    });

    const pipeline = () => csv('crm-sales-opportunities', 'sales_pipeline.csv');
    const inStage = (stage: string) => pipeline().filter((row) => row['deal_stage'] === stage);

    it('loads a CRM, also when it is killed in the middle and run again', () => {
      expect(killed).toMatchObject({ code: null });
      const leads = inStage('Prospecting').length;
      const deals = pipeline().length - leads;
      expect(half).toBeGreaterThan(100);
      expect(half).toBeLessThan(deals);
      const misspelt = pipeline().filter((row) => row['product'] === 'GTXPro' && row['deal_stage'] !== 'Prospecting');
      const { deal, ...rest } = sums(resumed);
      expect(rest).toEqual({
        product: outcome(7, 0, 7),
        rep: outcome(41, 0, 41),
        account: outcome(85, 0, 85, 0, csv('crm-sales-opportunities', 'accounts.csv').filter(isMisspelt).length),
        lead: outcome(leads, 0, leads, 0, leads),
      });
      expect(deal).toMatchObject({ read: deals, rejected: 0, repaired: misspelt.length });
      // What was under way when it was killed may have been recorded after the count.
      expect(deal?.already).toBeGreaterThanOrEqual(half);
      expect((deal?.recorded ?? 0) + (deal?.already ?? 0)).toBe(deals);
    });

    const isMisspelt = (row: Record<string, string>) => row['sector'] === 'technolgy';

    it('has every account with its parent, and every product and rep', async () => {
      const accounts = await all<{ name: string; industry: string; level: string; parent: { name: string } | null }>(
        crm.graph,
        'accounts',
        'name industry level parent { name }',
      );
      const rows = csv('crm-sales-opportunities', 'accounts.csv');
      const parents = new Set(rows.map((row) => row['subsidiary_of']));
      const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
        (a.name ?? '') < (b.name ?? '') ? -1 : 1;
      expect(accounts.sort(byName)).toEqual(
        rows
          .map((row) => ({
            name: row['account'],
            industry: isMisspelt(row) ? 'technology' : row['sector'],
            level: parents.has(row['account']) ? 'GROUP' : 'UNIT',
            parent: row['subsidiary_of'] ? { name: row['subsidiary_of'] } : null,
          }))
          .sort(byName),
      );
      const products = await all<{ name: string; listPrice: { amount: string } }>(
        crm.graph,
        'products',
        'name series listPrice { amount currency }',
      );
      expect(products.sort(byName)).toEqual(
        csv('crm-sales-opportunities', 'products.csv')
          .map((row) => ({
            name: row['product'],
            series: row['series'],
            listPrice: { amount: `${row['sales_price']}.00`, currency: 'USD' },
          }))
          .sort(byName),
      );
      const teams = csv('crm-sales-opportunities', 'sales_teams.csv');
      const reps = await all<{ name: string; team: string; manager: { name: string } | null }>(
        crm.graph,
        'reps',
        'name team manager { name }',
      );
      for (const row of teams)
        expect(reps).toContainEqual({
          ...{ name: row['sales_agent'], team: row['regional_office'], manager: { name: row['manager'] } },
        });
      expect(reps).toHaveLength(teams.length + new Set(teams.map((row) => row['manager'])).size);
    });

    it('has every opportunity: as a lead, an open deal, a contract or a lost deal, with or without an account', async () => {
      const without = (stage: string) => inStage(stage).filter((row) => row['account'] === '').length;
      expect(
        await counts(
          crm.graph,
          'leads',
          'leads(first: 1, filter: { hasAccount: false })',
          'deals(first: 1, filter: { stages: [VERIFY] })',
          'deals(first: 1, filter: { hasAccount: false })',
          'deals(first: 1, filter: { stages: [SIGNED] })',
          'deals(first: 1, filter: { stages: [LOST] })',
          'contracts',
        ),
      ).toEqual([
        inStage('Prospecting').length,
        without('Prospecting'),
        inStage('Engaging').length,
        without('Engaging'),
        inStage('Won').length,
        inStage('Lost').length,
        inStage('Won').length,
      ]);
    });

    it('has every won deal as its contract, on its day and for its amount, by product', async () => {
      const contracts = await all<{
        externalId: string;
        signedOn: string;
        amount: { amount: string; currency: string };
        product: { name: string };
        deal: { openedOn: string };
      }>(crm.graph, 'contracts', 'externalId signedOn amount { amount currency } product { name } deal { openedOn }');
      const told = contracts.map(({ externalId, signedOn, amount, product, deal }) =>
        [externalId, deal.openedOn, signedOn, amount.amount, amount.currency, product.name].join(' '),
      );
      const won = inStage('Won').map((row) =>
        [
          row['opportunity_id'],
          iso(row['engage_date']),
          iso(row['close_date']),
          `${row['close_value']}.00`,
          'USD',
          row['product'] === 'GTXPro' ? 'GTX Pro' : row['product'],
        ].join(' '),
      );
      expect(told.sort()).toEqual(won.sort());
      const sold = (product: string) =>
        contracts.reduce((sum, one) => sum + (one.product.name === product ? cents(one.amount.amount) : 0), 0);
      for (const { product = '' } of csv('crm-sales-opportunities', 'products.csv')) {
        const rows = inStage('Won').filter((row) => row['product']?.replace('GTXPro', 'GTX Pro') === product);
        expect([product, sold(product)]).toEqual([
          product,
          rows.reduce((sum, row) => sum + cents(row['close_value']), 0),
        ]);
      }
    });

    it('records nothing twice', async () => {
      const before = await counts(crm.graph, 'accounts', 'leads', 'deals', 'contracts', 'products', 'reps');
      const report = await crm.import('crm', folder);
      expect([...report.totals().values()].map(({ recorded, rejected }) => recorded + rejected)).toEqual([
        0, 0, 0, 0, 0,
      ]);
      expect(await counts(crm.graph, 'accounts', 'leads', 'deals', 'contracts', 'products', 'reps')).toEqual(before);
    });

    describe('makes a history to plan by: the figures of planning are those of the file', () => {
      interface Told {
        winRate: { wonCount: number; lostCount: number; basisPoints: number; won: { amount: string }[] };
      }
      const figures = `{
        closedDeals {
          winRate { wonCount lostCount basisPoints won { amount currency } }
          byProduct { product { name } winRate { wonCount lostCount basisPoints won { amount } } }
          byOwner { owner { name } winRate { wonCount lostCount basisPoints won { amount } } }
          cycle { closedCount totalDays meanDays medianDays }
          concentration(top: 10) { won { amount } accountCount herfindahl withoutAccount { amount }
            top { account { name } won { amount } wonCount basisPoints } }
        }
        salesFunnel(purchasePattern: PROJECT) { stages { stage
          conversion { source basisPoints reachedCount } toWin { source basisPoints reachedCount convertedCount unknownPatternCount } } }
      }`;
      interface Figures {
        closedDeals: {
          winRate: Told['winRate'];
          byProduct: (Told & { product: { name: string } })[];
          byOwner: (Told & { owner: { name: string } })[];
          cycle: { closedCount: number; totalDays: number; meanDays: string; medianDays: string };
          concentration: {
            won: { amount: string };
            accountCount: number;
            herfindahl: string;
            withoutAccount: { amount: string };
            top: { account: { name: string }; won: { amount: string }; wonCount: number; basisPoints: number }[];
          }[];
        };
        salesFunnel: { stages: { stage: string; conversion: object; toWin: object }[] };
      }
      let told: Figures;
      beforeAll(async () => {
        const ended = [...inStage('Won'), ...inStage('Lost')].length;
        // Projections follow later, with all that others make of the same history.
        await eventually(
          async () => {
            const { closedDeals } = await crm.graph.ask<Pick<Figures, 'closedDeals'>>(
              '{ closedDeals { winRate { wonCount lostCount } } }',
            );
            expect(closedDeals.winRate.wonCount + closedDeals.winRate.lostCount).toBe(ended);
            expect(await counts(crm.graph, 'pipelineCases')).toEqual([pipeline().length]);
          },
          { timeoutMs: 900_000, everyMs: 3_000 },
        );
        told = await crm.graph.ask<Figures>(figures);
      }, 960_000);

      type Row = Record<string, string>;
      const closed = () => pipeline().filter((row) => row['deal_stage'] === 'Won' || row['deal_stage'] === 'Lost');
      const isWon = (row: Row) => row['deal_stage'] === 'Won';
      const total = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + cents(row['close_value']), 0);
      const rounded = (part: number, of: number) => Math.floor((20_000 * part + of) / (2 * of));
      const rateOf = (rows: readonly Row[]) => {
        const won = rows.filter(isWon);
        return {
          ...{ wonCount: won.length, lostCount: rows.length - won.length },
          ...{ basisPoints: rounded(won.length, rows.length), cents: total(won) },
        };
      };
      const toldRate = ({ winRate: { won, ...rate } }: Told) => ({ ...rate, cents: cents(won[0]?.amount ?? '0') });
      const by = (column: string, nameOf = (name: string) => name) => {
        const names = new Set(closed().map((row) => nameOf(row[column] ?? '')));
        return [...names]
          .sort()
          .map((name) => [name, rateOf(closed().filter((row) => nameOf(row[column] ?? '') === name))]);
      };
      const byName = (rows: (readonly [string, object])[]) => rows.sort(([a], [b]) => (a < b ? -1 : 1));

      it('the win rate, of all, by product and by agent', () => {
        const { winRate, byProduct, byOwner } = told.closedDeals;
        expect(toldRate({ winRate })).toEqual(rateOf(closed()));
        if (whole) expect(winRate).toMatchObject({ wonCount: 4238, lostCount: 2473, basisPoints: 6315 });
        if (whole) expect(winRate.won).toEqual([{ amount: '10005534.00', currency: 'USD' }]);
        expect(byName(byProduct.map((one) => [one.product.name, toldRate(one)]))).toEqual(
          by('product', (name) => name.replace('GTXPro', 'GTX Pro')),
        );
        expect(byName(byOwner.map((one) => [one.owner.name, toldRate(one)]))).toEqual(by('sales_agent'));
      });

      it('the cycle', () => {
        const days = closed()
          .map((row) => (Date.parse(iso(row['close_date'])) - Date.parse(iso(row['engage_date']))) / 86_400_000)
          .sort((a, b) => a - b);
        const sum = days.reduce((all, one) => all + one, 0);
        const [low = 0, high = 0] = [days[Math.ceil(days.length / 2) - 1], days[Math.floor(days.length / 2)]];
        expect(told.closedDeals.cycle).toEqual({
          ...{ closedCount: days.length, totalDays: sum },
          ...{ meanDays: (sum / days.length).toFixed(4), medianDays: ((low + high) / 2).toFixed(1) },
        });
        const ofAll = { closedCount: 6711, totalDays: 322_030, meanDays: '47.9854' };
        if (whole) expect(told.closedDeals.cycle).toMatchObject(ofAll);
      });

      it('how much hangs on few accounts', () => {
        const won = inStage('Won').filter((row) => row['account'] !== '');
        const names = [...new Set(won.map((row) => row['account'] ?? ''))];
        const accounts = names
          .map((name) => won.filter((row) => row['account'] === name))
          .map((rows) => ({ name: rows[0]?.['account'] ?? '', cents: total(rows), wonCount: rows.length }))
          .sort((a, b) => b.cents - a.cents);
        const all = total(won);
        const [concentration, ...others] = told.closedDeals.concentration;
        expect(others).toEqual([]);
        expect(concentration).toMatchObject({
          accountCount: names.length,
          herfindahl: accounts.reduce((sum, { cents: own }) => sum + (own / all) ** 2, 0).toFixed(4),
        });
        expect(cents(concentration?.won.amount)).toBe(all);
        expect(cents(concentration?.withoutAccount.amount)).toBe(total(inStage('Won')) - all);
        expect(
          concentration?.top.map((one) => [one.account.name, cents(one.won.amount), one.wonCount, one.basisPoints]),
        ).toEqual(accounts.slice(0, 10).map((one) => [one.name, one.cents, one.wonCount, rounded(one.cents, all)]));
      });

      it('the conversion from the first stage of a deal to a contract; nothing is made up between', () => {
        const stages = new Map(told.salesFunnel.stages.map(({ stage, ...rates }) => [stage, rates]));
        const [won, all] = [closed().filter(isWon).length, closed().length];
        expect(stages.get('VERIFY')).toEqual({
          conversion: { source: 'TEMPLATE', basisPoints: 6000, reachedCount: 0 },
          toWin: {
            ...{ source: 'CALIBRATED', basisPoints: rounded(won, all) },
            ...{ reachedCount: all, convertedCount: won, unknownPatternCount: all },
          },
        });
        for (const stage of ['CAPTURED', 'CLASSIFIED', 'PRE_BID', 'BID', 'NEGOTIATE'])
          expect([stage, stages.get(stage)]).toEqual([
            stage,
            expect.objectContaining({ conversion: expect.objectContaining({ reachedCount: 0 }) as object }),
          ]);
      });
    });

    it('loads invoices as contracts of one instalment, with their payments and disputes', async () => {
      // Behind what was asked of the CRM's history, which would else wait for that of the invoices.
      const { code, output } = await billing.importAsProcess(['receivables', invoices]);
      const rows = csv('accounts-receivable', 'invoices.csv');
      expect([code, output.split('\n').at(-2)]).toEqual([0, expect.stringContaining('0 repaired, 0 rejected')]);
      const disputed = rows.filter((row) => row['Disputed'] === 'Yes').length;
      expect(
        await counts(
          billing.graph,
          ...['accounts', 'contracts', 'deals(first: 1, filter: { stages: [SIGNED] })', 'instalments', 'receipts'],
          ...[
            'instalments(first: 1, filter: { open: true })',
            'disputes',
            'disputes(first: 1, filter: { statuses: [OPEN] })',
          ],
        ),
      ).toEqual([
        new Set(rows.map((row) => row['customerID'])).size,
        ...[rows.length, rows.length, rows.length, rows.length, 0, disputed, 0],
      ]);
      for (const asOf of ['2012-03-31', '2012-12-31', '2013-06-30', '2014-12-31']) {
        const open = rows.filter((row) => iso(row['InvoiceDate']) <= asOf && iso(row['SettledDate']) > asOf);
        const { receivablesAgeing } = await billing.graph.ask<{
          receivablesAgeing: { outstanding: { amount: string }; buckets: { instalmentCount: number }[] }[];
        }>(`{ receivablesAgeing(asOf: "${asOf}") { outstanding { amount } buckets { instalmentCount } } }`);
        const [table] = receivablesAgeing;
        const told = table?.buckets.reduce((sum, { instalmentCount }) => sum + instalmentCount, 0) ?? 0;
        expect([asOf, told, cents(table?.outstanding.amount ?? '0')]).toEqual([
          ...[asOf, open.length],
          open.reduce((sum, row) => sum + cents(row['InvoiceAmount']), 0),
        ]);
      }
    });

    it('records no invoice twice', async () => {
      const { invoice, account } = sums(await billing.import('receivables', invoices));
      const rows = csv('accounts-receivable', 'invoices.csv');
      const customers = new Set(rows.map((row) => row['customerID'])).size;
      expect([invoice, account]).toEqual([outcome(rows.length, 0, rows.length), outcome(customers, 0, customers)]);
      const all = [rows.length, rows.length, rows.length];
      expect(await counts(billing.graph, 'instalments', 'receipts', 'contracts')).toEqual(all);
    });

    it('opens no work, however much of it has been heard of', async () => {
      await eventually(
        async () => {
          const [plans = 0] = await counts(crm.graph, 'successPlans');
          expect(plans).toBeGreaterThan(200);
        },
        { timeoutMs: 120_000, everyMs: 1_000 },
      );
      expect(await counts(crm.graph, 'pursuits', 'renewals', 'expansions', 'instalments')).toEqual([0, 0, 0, 0]);
      const { nodes } = (
        await crm.graph.ask<{ successPlans: { nodes: { status: string; renewal: object | null }[] } }>(
          '{ successPlans(first: 100) { nodes { status renewal { id } } } }',
        )
      ).successPlans;
      expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['RECORDED']));
      expect(nodes.filter(({ renewal }) => renewal !== null)).toEqual([]);
    });
  });
});
