import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is and was in which seat of an account's iron triangle. */
export class IronTriangle1000000021200 implements MigrationInterface {
  name = 'IronTriangle1000000021200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account_seat (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        seat text not null check (seat in ('ACCOUNT_MANAGER', 'SOLUTION', 'DELIVERY')),
        assigned_on date not null,
        vacated_on date,
        account_id uuid not null,
        rep_id uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        check (assigned_on <= vacated_on)
      );
      create unique index account_seat_held on account_seat (tenant_id, account_id, seat) where vacated_on is null;
      create index account_seat_account on account_seat (tenant_id, account_id, assigned_on, id);
      create index account_seat_rep on account_seat (tenant_id, rep_id, assigned_on, id);
      ${listIndexes('account_seat', { assigned_on: 'date' })}
      ${tenantPolicy('account_seat')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account_seat');
  }
}
