import { uuidv7 } from '@fivepoint/kernel';
import { migrate } from '@fivepoint/service';
import { DataSource } from 'typeorm';
import { CapInRules1000000034600 } from '../migrations/1000000034600-cap-in-rules';
import { planning } from '../service';
import { databaseBefore } from '../spec/before';

describe('a cap on increases from before it was dated', () => {
  it('holds from the day in the tenant’s time zone on, with a reason, and in the rules to come; what held before stays; and back', async () => {
    const database = await databaseBefore('CapInRules');
    const dataSource = await new DataSource({ type: 'postgres', url: database.superuserUrl }).initialize();
    const [east, west, asShipped, untouched, unregistered] = Array.from({ length: 5 }, () => uuidv7());
    const zones = new Map([
      [east, 'Pacific/Kiritimati'],
      [west, 'Pacific/Pago_Pago'],
      [asShipped, 'UTC'],
      [untouched, 'UTC'],
    ]);
    const adopt = (tenant: string | undefined, effectiveOn: string, stretch: number, reserve: number) =>
      dataSource.query(
        `insert into rebalancing_rule (tenant_id, id, version, created_at, correlation_id, origin, effective_on, reason,
           stretch_basis_points, reserve_basis_points, support_days, support_kind, proposal_days, least_hidden_count)
         values ($1, $2, 1, now(), $2, 'LIVE', $3, 'then', $4, $5, 21, 'LEADS', 7, 4)`,
        [tenant, uuidv7(), effectiveOn, stretch, reserve],
      );
    for (const [tenant, zone] of zones) {
      await dataSource.query(
        `insert into tenant (tenant_id, id, name, time_zone, currency, created_at) values ($1, $1, 'Acme', $2, 'CNY', now())`,
        [tenant, zone],
      );
      await adopt(tenant, '1900-01-01', 12_000, 0);
    }
    await adopt(west, '2026-03-01', 11_000, 300);
    // Recorded later, but for an earlier day: not what is in force.
    await adopt(west, '2026-02-01', 11_500, 200);
    await adopt(west, '2999-01-01', 10_500, 400);
    for (const [tenant, cap] of [
      [east, 2_500],
      [west, 700],
      [asShipped, 1_000],
      [unregistered, 0],
    ] as const)
      await dataSource.query(
        `insert into plan_rules (tenant_id, id, version, increase_cap_basis_points, most_rehearsal_count) values ($1, $1, 3, $2, 8)`,
        [tenant, cap],
      );

    await migrate(planning, database.ownerUrl);
    const rulesOf = async (tenant: string | undefined, zone: string) =>
      (
        await dataSource.query<Record<string, unknown>[]>(
          `select case when effective_on = (created_at at time zone $2)::date then 'today' else effective_on::text end as from,
             increase_cap_basis_points as cap, reason, stretch_basis_points as stretch, reserve_basis_points as reserve,
             support_days, support_kind, proposal_days, least_hidden_count
           from rebalancing_rule where tenant_id = $1 order by effective_on`,
          [tenant, zone],
        )
      ).map(({ from, cap, stretch, reserve, reason, ...help }) => ({
        rule: [from, cap, stretch, reserve, reason],
        help: Object.values(help),
      }));
    const help = [21, 'LEADS', 7, 4];
    const carried = expect.stringContaining('增幅上限') as string;
    const shipped = { rule: ['1900-01-01', 1_000, 12_000, 0, 'then'], help };
    expect(await rulesOf(east, 'Pacific/Kiritimati')).toEqual([
      shipped,
      { rule: ['today', 2_500, 12_000, 0, carried], help },
    ]);
    expect(await rulesOf(west, 'Pacific/Pago_Pago')).toEqual([
      shipped,
      { rule: ['2026-02-01', 1_000, 11_500, 200, 'then'], help },
      { rule: ['2026-03-01', 1_000, 11_000, 300, 'then'], help },
      { rule: ['today', 700, 11_000, 300, carried], help },
      { rule: ['2999-01-01', 700, 10_500, 400, 'then'], help },
    ]);
    expect(await rulesOf(asShipped, 'UTC')).toEqual([shipped]);
    expect(await rulesOf(untouched, 'UTC')).toEqual([shipped]);
    expect(await rulesOf(unregistered, 'UTC')).toEqual([
      { rule: ['today', 0, 12_000, 0, carried], help: [14, 'COACHING', 14, 3] },
    ]);

    const before = dataSource.createQueryRunner();
    await new CapInRules1000000034600().down(before);
    await before.release();
    expect(
      await dataSource.query(
        'select increase_cap_basis_points as cap, version, most_rehearsal_count as most from plan_rules where tenant_id = any($1) order by 1',
        [[east, west, asShipped, unregistered]],
      ),
    ).toEqual([0, 700, 1_000, 2_500].map((cap) => ({ cap, version: 3, most: 8 })));
    await dataSource.destroy();
    await database.drop();
  });
});
