import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, instalments, milestones and disputes have an owner and a team from the start to the end; now the tables say so, too. */
export class AlwaysOwned1000000003000 implements MigrationInterface {
  name = 'AlwaysOwned1000000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contract_account alter column owner_id set not null, alter column team set not null;
      alter table instalment alter column owner_id set not null, alter column team set not null;
      alter table milestone alter column owner_id set not null, alter column team set not null;
      alter table dispute alter column owner_id set not null, alter column team set not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contract_account alter column owner_id drop not null, alter column team drop not null;
      alter table instalment alter column owner_id drop not null, alter column team drop not null;
      alter table milestone alter column owner_id drop not null, alter column team drop not null;
      alter table dispute alter column owner_id drop not null, alter column team drop not null;`);
  }
}
