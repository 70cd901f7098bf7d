import { uuidv7 } from '@fivepoint/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules for teams and for rebalancing say why, and what is shipped of them is a row, as of all rules; for the tenants that are there, too. */
export class ShippedTeamRules1000000031000 implements MigrationInterface {
  name = 'ShippedTeamRules1000000031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table team_rule add column reason text; alter table rebalancing_rule add column reason text',
    );
    const tenants = (await runner.query('select tenant_id from tenant')) as { tenant_id: string }[];
    for (const { tenant_id } of tenants) {
      const ship = (table: string, columns: string, values: string) =>
        runner.query(
          `insert into ${table} (tenant_id, id, version, created_at, correlation_id, origin, effective_on, ${columns})
           values ($1, $2, 1, now(), $3, 'LIVE', '1900-01-01', ${values})`,
          [tenant_id, uuidv7(), uuidv7()],
        );
      await ship(
        'team_rule',
        'key_person_basis_points, ramp_basis_points, uncertified_basis_points',
        `2500, '{1000,2500,5000,7500,10000}', 8000`,
      );
      await ship(
        'rebalancing_rule',
        'stretch_basis_points, reserve_basis_points, support_days, support_kind',
        `12000, 0, 14, 'COACHING'`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    // Nobody could adopt any of these for a day that had gone by: those of the first day are the shipped ones.
    for (const table of ['team_rule', 'rebalancing_rule'])
      await runner.query(
        `delete from ${table} where effective_on = '1900-01-01'; alter table ${table} drop column reason`,
      );
  }
}
