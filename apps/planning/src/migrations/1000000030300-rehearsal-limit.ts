import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rehearsals of a tenant may wait and run at once. */
export class RehearsalLimit1000000030300 implements MigrationInterface {
  name = 'RehearsalLimit1000000030300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_rules
        add column most_rehearsal_count int not null default 10 check (most_rehearsal_count between 1 and 100);
      create index rehearsal_open on rehearsal (tenant_id, id) where status in ('QUEUED', 'RUNNING')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index rehearsal_open; alter table plan_rules drop column most_rehearsal_count');
  }
}
