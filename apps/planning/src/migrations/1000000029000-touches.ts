import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `('VISIT', 'MEETING', 'CALL', 'MESSAGE', 'EVENT', 'OTHER')`;
const outcomes = `('KEPT_PROMISE', 'GOOD_CONTACT', 'NEUTRAL', 'BROKEN_PROMISE', 'NOT_REACHED')`;

/** When the people of accounts were met: what planning recorded, and what all five services told. */
export class Touches1000000029000 implements MigrationInterface {
  name = 'Touches1000000029000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table touch_record (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        account_id uuid not null,
        contact_ids uuid[] not null,
        rep_id uuid,
        kind text not null check (kind in ${kinds}),
        outcome text not null check (outcome in ${outcomes}),
        touched_on date not null,
        summary text,
        next_step text,
        next_on date,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        check (next_on is null or next_on >= touched_on)
      );
      create index touch_record_account on touch_record (tenant_id, account_id, touched_on, id);
      create index touch_record_rep on touch_record (tenant_id, rep_id, touched_on, id);
      ${listIndexes('touch_record', { touched_on: 'date' })}
      create table account_touch (
        tenant_id uuid not null,
        id uuid not null,
        service text not null,
        account_id uuid not null,
        contact_ids uuid[] not null,
        rep_id uuid,
        kind text not null,
        outcome text not null,
        touched_on date not null,
        next_on date,
        event_id uuid not null,
        primary key (tenant_id, id)
      );
      create index account_touch_last on account_touch (tenant_id, account_id, touched_on, id) where outcome <> 'NOT_REACHED';
      create index account_touch_event on account_touch (tenant_id, event_id);
      alter table trust_outcome add column touch_id uuid;
      create unique index trust_outcome_touch on trust_outcome (tenant_id, touch_id, contact_id) where touch_id is not null;
      ${tenantPolicy('touch_record')}
      ${tenantPolicy('account_touch')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table trust_outcome drop column touch_id; drop table account_touch; drop table touch_record',
    );
  }
}
