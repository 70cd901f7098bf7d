import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A revision cuts targets, too, and opens help; where nobody is named yet, whoever leads the team names an owner. */
export class HelpForRevised1000000033200 implements MigrationInterface {
  name = 'HelpForRevised1000000033200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table support_action
        add column plan_version_id uuid,
        alter column rebalancing_id drop not null,
        alter column owner_id drop not null,
        add foreign key (tenant_id, plan_version_id) references plan_version (tenant_id, id),
        add unique (tenant_id, plan_version_id, rep_id),
        add check (num_nonnulls(rebalancing_id, plan_version_id) = 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from support_action where rebalancing_id is null or owner_id is null;
      alter table support_action
        drop column plan_version_id,
        alter column rebalancing_id set not null,
        alter column owner_id set not null`);
  }
}
