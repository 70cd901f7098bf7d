import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plan lines have an owner and a team from the start to the end; now the tables say so, too. */
export class AlwaysOwned1000000005000 implements MigrationInterface {
  name = 'AlwaysOwned1000000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_line alter column owner_id set not null, alter column team set not null;
      alter table plan_line drop constraint plan_line_owner_id_check, drop constraint plan_line_team_check;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_line add check (owner_id is not null), add check (team is not null);
      alter table plan_line alter column owner_id drop not null, alter column team drop not null;`);
  }
}
