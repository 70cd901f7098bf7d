import type { MessagingRoles } from '@fivepoint/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from '../database/tenancy';

/** Work that waits for its time, in each service that has some. The relay claims it over all tenants, and reads nothing of it but what it is about. */
export function dueWorkTable({ relay }: Pick<MessagingRoles, 'relay'>): new () => MigrationInterface {
  return class DueWorkTable1000000000300 implements MigrationInterface {
    name = 'DueWorkTable1000000000300';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        create table due_work (
          tenant_id uuid not null,
          kind text not null,
          subject uuid not null,
          due_at timestamptz not null,
          attempts int not null default 0,
          problem text,
          primary key (tenant_id, kind, subject)
        );
        create index due_work_due on due_work (due_at);
        ${tenantPolicy('due_work')}
        grant select, update (due_at, attempts, problem) on due_work to ${relay};
        create policy relay on due_work to ${relay} using (true) with check (true)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('drop table due_work');
    }
  };
}
