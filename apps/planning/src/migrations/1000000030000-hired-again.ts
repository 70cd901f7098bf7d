import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has left may be hired again: one candidacy after the other, and one at a time. */
export class HiredAgain1000000030000 implements MigrationInterface {
  name = 'HiredAgain1000000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table candidate drop constraint candidate_tenant_id_rep_id_key;
      create unique index candidate_here on candidate (tenant_id, rep_id) where status <> 'LEFT';
      create index candidate_rep on candidate (tenant_id, rep_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index candidate_rep, candidate_here;
      alter table candidate add unique (tenant_id, rep_id)`);
  }
}
