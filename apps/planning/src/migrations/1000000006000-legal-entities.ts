import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies of the commercial register, apart from the units that buy through them. */
export class LegalEntities1000000006000 implements MigrationInterface {
  name = 'LegalEntities1000000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table legal_entity (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        credit_code text,
        primary key (tenant_id, id),
        unique (tenant_id, credit_code)
      );
      ${listIndexes('legal_entity', { name: 'text' })}
      ${tenantPolicy('legal_entity')}
      alter table account add column legal_entity_id uuid,
        add foreign key (tenant_id, legal_entity_id) references legal_entity (tenant_id, id);
      create index account_legal_entity on account (tenant_id, legal_entity_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column legal_entity_id; drop table legal_entity');
  }
}
