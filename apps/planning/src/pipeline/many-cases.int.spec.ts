import { uuidv7 } from '@fivepoint/kernel';
import { appDataSource, type Identity, inTenant } from '@fivepoint/service';
import { serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { funnelsOn } from '../funnel/funnels';
import { planning } from '../service';
import { makePlan } from '../spec/house';
import { cycleOf, wonAndLost, wonByAccount } from './closed-deals';
import { openDealsOf } from './coverage';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

/** With 10,000 cases of a company, and as many of others: what is asked of a part of them reads no more than that part. */
describe('with 10,000 cases', () => {
  let service: ServiceUnderTest;
  let dataSource: DataSource;
  let identity: Identity;
  let planId: string;

  beforeAll(async () => {
    service = await serviceUnderTest(planning);
    const { tenantId } = service;
    identity = { tenantId, userId: 'admin', repId: null, roles: ['ADMIN'], teams: [] };
    const plan = await makePlan(await service.as());
    planId = plan.planId;
    dataSource = await appDataSource(service.superuserUrl, planning.entities, 2).initialize();
    for (const tenant of [tenantId, uuidv7()])
      await dataSource.query(
        `insert into pipeline_case (tenant_id, id, correlation_id, origin, deal_id, product_id, owner_id, team, plan_line_id, first_stage,
           stage, stages, ends_only, outcome, began_on, opened_on, closed_on, amount_minor, amount_currency)
         select $1, gen_random_uuid(), gen_random_uuid(), 'LIVE', gen_random_uuid(), $2, $3, 'north', case when n % 1000 = 0 then $4::uuid end,
           'VERIFY', case when n % 3 = 0 then 'SIGNED' else 'BID' end, '[]', false,
           case when n % 1000 = 0 then 'OPEN' when n % 3 = 0 then 'WON' else 'LOST' end,
           '2020-01-01', '2020-01-01', case when n % 1000 <> 0 then date '2020-01-01' + n / 5 end, n, 'CNY'
         from generate_series(1, 10000) n`,
        [tenant, plan.productId, plan.ownerId, plan.planLineId],
      );
    await dataSource.query('analyze pipeline_case');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await service.stop();
  });

  /** The statements that `work` sends, as PostgreSQL plans them. */
  async function plansOf(work: (manager: EntityManager) => Promise<unknown>): Promise<Plan[][]> {
    return inTenant(dataSource, identity.tenantId, async (manager, runner) => {
      const sent: [string, unknown[] | undefined][] = [];
      const send = runner.query.bind(runner) as (...sent: unknown[]) => Promise<unknown>;
      runner.query = ((sql: string, parameters?: unknown[], structured?: boolean) => {
        sent.push([sql, parameters]);
        return send(sql, parameters, structured);
      }) as typeof runner.query;
      await work(manager);
      const plans: Plan[][] = [];
      for (const [sql, parameters] of sent) {
        const [row] = (await send(`explain (format json) ${sql}`, parameters)) as { 'QUERY PLAN': { Plan: Plan }[] }[];
        plans.push(nodesOf(row!['QUERY PLAN'][0]!.Plan));
      }
      return plans;
    });
  }

  const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
  const month = { closedFrom: '2022-01-01', closedTo: '2022-01-31' };

  it.each<[what: string, index: string, work: (manager: EntityManager) => Promise<unknown>]>([
    ['win rates of a month', 'pipeline_case_closed', (manager) => wonAndLost(manager, identity, month, 'owner_id')],
    ['the cycle of a month', 'pipeline_case_closed', (manager) => cycleOf(manager, identity, month)],
    ['the concentration of a month', 'pipeline_case_closed', (manager) => wonByAccount(manager, identity, month)],
    [
      'the conversions of a month',
      'pipeline_case_closed',
      (manager) => funnelsOn(manager, identity, '2026-01-01', month),
    ],
    [
      'the coverage of a plan',
      'pipeline_case_plan_line',
      (manager) => openDealsOf(manager, identity, 'product_id', { column: 'plan_id', ids: [planId] }),
    ],
  ])('%s: what is read of the cases comes by %s', async (_, index, work) => {
    const plans = await plansOf(work);
    expect(plans.flat().map((node) => node['Index Name'])).toContain(index);
  });

  it('the figures of all of them are one statement each, which goes over them once', async () => {
    for (const work of [
      (manager: EntityManager) => wonAndLost(manager, identity, {}, 'product_id'),
      (manager: EntityManager) => cycleOf(manager, identity, {}),
      (manager: EntityManager) => wonByAccount(manager, identity, {}),
    ]) {
      const plans = await plansOf(work);
      expect(plans).toHaveLength(1);
      expect(plans.flat().filter((node) => node['Relation Name'] === 'pipeline_case')).toHaveLength(1);
    }
  });
});
