import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal to adjust targets is for some days only: what it rests on changes from day to day. */
export class ProposalsLapse1000000033100 implements MigrationInterface {
  name = 'ProposalsLapse1000000033100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rebalancing_rule
        add column proposal_days int not null default 14 check (proposal_days between 0 and 365)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rebalancing_rule drop column proposal_days');
  }
}
