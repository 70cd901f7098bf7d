import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words on whether an account is a key account, in the order in which they were said: those that are there by their ids. */
export class OrderOfDecisions1000000034000 implements MigrationInterface {
  name = 'OrderOfDecisions1000000034000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account_selection add column number int not null default 0;
      update account_selection s set number = n.number
      from (select tenant_id, id, row_number() over (partition by tenant_id, account_id order by id) as number
            from account_selection) n
      where s.tenant_id = n.tenant_id and s.id = n.id;
      create index account_selection_last on account_selection (tenant_id, account_id, number, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account_selection drop column number');
  }
}
