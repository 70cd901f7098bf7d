import { uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        effective_on date not null,
        reason text,`;

/** What bookings and cash count for, and what is paid for them, from which day on; what is shipped is in force for the tenants that are there. */
export class AttainmentRules1000000025000 implements MigrationInterface {
  name = 'AttainmentRules1000000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attainment_rule (${rule}
        bookings_basis_points int not null check (bookings_basis_points between 0 and 10000),
        cash_basis_points int not null,
        primary key (tenant_id, id),
        check (bookings_basis_points + cash_basis_points = 10000)
      );
      create table incentive_rule (${rule}
        floor_basis_points int not null check (floor_basis_points >= 0),
        cap_basis_points int check (cap_basis_points > 0),
        tier_from_basis_points int[] not null,
        tier_payout_basis_points int[] not null,
        primary key (tenant_id, id),
        check (cap_basis_points >= floor_basis_points),
        check (cardinality(tier_from_basis_points) = cardinality(tier_payout_basis_points))
      );
      ${['attainment_rule', 'incentive_rule'].map((table) => listIndexes(table, { effective_on: 'date' }) + tenantPolicy(table)).join('\n')}`);

    const tenants = (await runner.query('select tenant_id from tenant')) as { tenant_id: string }[];
    for (const { tenant_id } of tenants) {
      const ship = (table: string, columns: string, values: string) =>
        runner.query(
          `insert into ${table} (tenant_id, id, version, created_at, correlation_id, origin, effective_on, ${columns})
           values ($1, $2, 1, now(), $3, 'LIVE', '1900-01-01', ${values})`,
          [tenant_id, uuidv7(), uuidv7()],
        );
      await ship('attainment_rule', 'bookings_basis_points, cash_basis_points', '7000, 3000');
      await ship(
        'incentive_rule',
        'floor_basis_points, cap_basis_points, tier_from_basis_points, tier_payout_basis_points',
        `5000, 20000, '{0,10000}', '{100,150}'`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table incentive_rule; drop table attainment_rule');
  }
}
