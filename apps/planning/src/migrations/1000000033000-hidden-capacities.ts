import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums that show what reps can deliver are told only over so many of those whom a viewer may not read. */
export class HiddenCapacities1000000033000 implements MigrationInterface {
  name = 'HiddenCapacities1000000033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rebalancing_rule
        add column least_hidden_count int not null default 3 check (least_hidden_count between 2 and 1000)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rebalancing_rule drop column least_hidden_count');
  }
}
