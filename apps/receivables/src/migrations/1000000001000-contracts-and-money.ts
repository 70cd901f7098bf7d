import { rolesOf } from '@fivepoint/messaging';
import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const aggregate = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,`;

/** Contracts with their instalments and milestones, receipts with the ledger beneath them, and disputes. */
export class ContractsAndMoney1000000001000 implements MigrationInterface {
  name = 'ContractsAndMoney1000000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_account (${aggregate}
        deal_id uuid,
        account_id uuid,
        plan_line_id uuid,
        amount_minor bigint not null check (amount_minor >= 0),
        amount_currency char(3) not null,
        signed_on date not null,
        warranty_months int not null,
        settled_on date,
        primary key (tenant_id, id),
        check (origin = 'IMPORTED' or (account_id is not null and deal_id is not null))
      );
      create index contract_account_account on contract_account (tenant_id, account_id, id);

      create table instalment (${aggregate}
        contract_id uuid not null,
        account_id uuid not null,
        number int not null,
        name text not null,
        basis_points int,
        trigger text not null check (trigger in ('SIGNING', 'DELIVERY', 'ACCEPTANCE', 'WARRANTY_END')),
        due_days int not null,
        amount_minor bigint not null check (amount_minor >= 0),
        amount_currency char(3) not null,
        triggered_on date,
        due_on date,
        status text not null check (status in ('SCHEDULED', 'DUE', 'CLAIMED', 'COLLECTED')),
        claimed_on date,
        claimed_minor bigint,
        claimed_currency char(3),
        collected_on date,
        external_id text,
        primary key (tenant_id, id),
        foreign key (tenant_id, contract_id) references contract_account (tenant_id, id),
        unique (tenant_id, contract_id, number),
        unique (tenant_id, external_id),
        check ((triggered_on is null) = (due_on is null)),
        check (status <> 'SCHEDULED' or due_on is null),
        check (status not in ('DUE', 'CLAIMED') or due_on is not null),
        check ((status = 'COLLECTED') = (collected_on is not null)),
        check ((claimed_on is null) = (claimed_minor is null) and (claimed_minor is null) = (claimed_currency is null))
      );
      create index instalment_account on instalment (tenant_id, account_id, id);
      create index instalment_owner on instalment (tenant_id, owner_id, id);
      create index instalment_due on instalment (tenant_id, due_on, id);

      create table milestone (${aggregate}
        contract_id uuid not null,
        account_id uuid not null,
        kind text not null check (kind in ('DELIVERY', 'ACCEPTANCE', 'WARRANTY_END')),
        reached_on date not null,
        signer text,
        primary key (tenant_id, id),
        foreign key (tenant_id, contract_id) references contract_account (tenant_id, id),
        unique (tenant_id, contract_id, kind)
      );

      create table receipt (${aggregate}
        account_id uuid,
        own_account text not null,
        bank_serial text not null,
        payer text,
        amount_minor bigint not null check (amount_minor > 0),
        amount_currency char(3) not null,
        received_on date not null,
        status text not null check (status in ('SUSPENSE', 'UNAPPLIED', 'APPLIED')),
        primary key (tenant_id, id),
        unique (tenant_id, own_account, bank_serial),
        check ((status = 'SUSPENSE') = (account_id is null))
      );
      create index receipt_account on receipt (tenant_id, account_id, id);
      create index receipt_waiting on receipt (tenant_id, status, id) where status <> 'APPLIED';

      create table ledger_entry (
        tenant_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('RECEIPT', 'IDENTIFICATION', 'ALLOCATION')),
        receipt_id uuid not null,
        account_id uuid,
        contract_id uuid,
        instalment_id uuid,
        amount_minor bigint not null check (amount_minor > 0),
        amount_currency char(3) not null,
        effective_on date not null,
        recorded_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, receipt_id) references receipt (tenant_id, id),
        foreign key (tenant_id, contract_id) references contract_account (tenant_id, id),
        foreign key (tenant_id, instalment_id) references instalment (tenant_id, id),
        check (account_id is not null or kind = 'RECEIPT'),
        check ((kind = 'ALLOCATION') = (instalment_id is not null) and (instalment_id is null) = (contract_id is null))
      );
      create index ledger_entry_receipt on ledger_entry (tenant_id, receipt_id, id);
      create index ledger_entry_account on ledger_entry (tenant_id, account_id, id);
      create index ledger_entry_instalment on ledger_entry (tenant_id, instalment_id, id) where instalment_id is not null;
      create unique index ledger_entry_receipt_once on ledger_entry (tenant_id, receipt_id, kind) where kind <> 'ALLOCATION';

      create table dispute (${aggregate}
        contract_id uuid not null,
        account_id uuid not null,
        instalment_id uuid,
        status text not null check (status in ('OPEN', 'RESOLVED')),
        reason text not null check (reason in ('QUALITY', 'DELAY', 'DOCUMENTS', 'PRICE', 'OTHER')),
        note text,
        amount_minor bigint,
        amount_currency char(3),
        opened_on date not null,
        resolved_on date,
        resolution text,
        primary key (tenant_id, id),
        foreign key (tenant_id, contract_id) references contract_account (tenant_id, id),
        foreign key (tenant_id, instalment_id) references instalment (tenant_id, id),
        check ((amount_minor is null) = (amount_currency is null)),
        check ((status = 'RESOLVED') = (resolved_on is not null) and (resolved_on is null) = (resolution is null))
      );
      create index dispute_contract on dispute (tenant_id, contract_id, id);
      create index dispute_instalment on dispute (tenant_id, instalment_id, id);
      create index dispute_account on dispute (tenant_id, account_id, id);
      ${['contract_account', 'instalment', 'milestone', 'receipt', 'ledger_entry', 'dispute'].map(tenantPolicy).join('')}
      -- Nothing in the ledger is edited (rules §7): the service itself may only add to it.
      revoke update, delete, truncate on ledger_entry from ${rolesOf('receivables').app};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table dispute; drop table ledger_entry; drop table receipt; drop table milestone; drop table instalment; drop table contract_account',
    );
  }
}
