import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How accounts buy and decide, as it was found out. */
export class Dossiers1000000014000 implements MigrationInterface {
  name = 'Dossiers1000000014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dossier_note (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        account_id uuid not null,
        topic text not null
          check (topic in ('BUYING_WAY', 'BUYING_CYCLE', 'BUDGET', 'DECIDERS', 'THRESHOLDS', 'COMMITTEE')),
        text text not null,
        noted_on date not null,
        source text not null,
        author_id uuid,
        contact_ids uuid[] not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id)
      );
      create index dossier_note_account on dossier_note (tenant_id, account_id, noted_on, id);
      create index dossier_note_contact on dossier_note using gin (contact_ids);
      ${listIndexes('dossier_note', { noted_on: 'date' })}
      ${tenantPolicy('dossier_note')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dossier_note');
  }
}
