import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of the people at an account, and who may read it. */
export class Stakeholders1000000008000 implements MigrationInterface {
  name = 'Stakeholders1000000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact
        add column position text,
        add column influence int check (influence between 0 and 100),
        add column access text not null default 'NONE' check (access in ('NONE', 'PARTIAL', 'FULL')),
        add column support int check (support between -2 and 2),
        add column privacy text not null default 'TEAM' check (privacy in ('OPEN', 'TEAM', 'PRIVATE')),
        add column left_on date,
        add column relationship_owner_id uuid,
        add column background text,
        add column decision_style text check (decision_style in ('ANALYTICAL', 'DRIVER', 'AMIABLE', 'EXPRESSIVE')),
        add column preferences text,
        add foreign key (tenant_id, relationship_owner_id) references rep (tenant_id, id);
      alter table contact alter column access drop default, alter column privacy drop default;
      create index contact_relationship_owner on contact (tenant_id, relationship_owner_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contact drop column position, drop column influence, drop column access, drop column support, drop column privacy,
        drop column left_on, drop column relationship_owner_id, drop column background, drop column decision_style,
        drop column preferences;`);
  }
}
