import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Success plans, renewals and expansions have an owner and a team from the start to the end; now the tables say so, too. */
export class AlwaysOwned1000000003000 implements MigrationInterface {
  name = 'AlwaysOwned1000000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table success_plan alter column owner_id set not null, alter column team set not null;
      alter table renewal alter column owner_id set not null, alter column team set not null;
      alter table expansion alter column owner_id set not null, alter column team set not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table success_plan alter column owner_id drop not null, alter column team drop not null;
      alter table renewal alter column owner_id drop not null, alter column team drop not null;
      alter table expansion alter column owner_id drop not null, alter column team drop not null;`);
  }
}
