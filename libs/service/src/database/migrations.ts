import type { MessagingRoles } from '@fivepoint/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from './tenancy';

/**
 * What every service keeps beside its own tables: idempotency keys and the audit trail. Second in each migrations list, after messaging's.
 * The app role adds to the audit trail and cannot change it; it reads which migrations have run.
 */
export function commandTables({ app }: Pick<MessagingRoles, 'app'>): new () => MigrationInterface {
  return class CommandTables1000000000100 implements MigrationInterface {
    name = 'CommandTables1000000000100';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
      create table idempotency_key (
        tenant_id uuid not null,
        principal text not null,
        mutation text not null,
        key text not null,
        input_hash text not null,
        result_type text,
        result_id uuid,
        created_at timestamptz not null,
        primary key (tenant_id, principal, mutation, key)
      );
      create index idempotency_key_age on idempotency_key (tenant_id, created_at);
      create table audit_entry (
        tenant_id uuid not null,
        id uuid not null,
        principal text not null,
        mutation text not null,
        at timestamptz not null,
        request_id text not null,
        result_type text,
        result_id uuid,
        changes jsonb not null,
        primary key (tenant_id, id)
      );
      create index audit_entry_result on audit_entry (tenant_id, result_id, id);
      ${tenantPolicy('idempotency_key')}
      ${tenantPolicy('audit_entry')}
      revoke update, delete on audit_entry from ${app};
      revoke insert, update, delete on migrations from ${app};`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('drop table audit_entry; drop table idempotency_key');
    }
  };
}

/** The local copy of planning's master data, in each service that refuses unknown accounts. */
export class MasterDataTable1000000000200 implements MigrationInterface {
  name = 'MasterDataTable1000000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table master_data (
        tenant_id uuid not null,
        kind text not null,
        id uuid not null,
        name text not null,
        owner_id uuid,
        team text,
        attributes jsonb not null,
        primary key (tenant_id, kind, id)
      );
      ${tenantPolicy('master_data')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table master_data');
  }
}
