import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Help for reps whose targets were cut, and what was practised for it. */
export class SupportActions1000000027200 implements MigrationInterface {
  name = 'SupportActions1000000027200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table support_action (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        kind text not null check (kind in ('COACHING', 'LEADS', 'PRESALES', 'EXECUTIVE', 'TRAINING', 'OTHER')),
        task text,
        due_on date not null,
        status text not null check (status in ('OPEN', 'STARTED', 'DONE', 'CANCELLED')),
        outcome text,
        cancel_reason text,
        rep_id uuid not null,
        owner_id uuid not null,
        plan_id uuid not null,
        rebalancing_id uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, rebalancing_id, rep_id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        foreign key (tenant_id, owner_id) references rep (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        foreign key (tenant_id, rebalancing_id) references rebalancing (tenant_id, id),
        check (rep_id <> owner_id),
        check ((status = 'DONE') = (outcome is not null)),
        check ((status = 'CANCELLED') = (cancel_reason is not null))
      );
      create index support_action_rep on support_action (tenant_id, rep_id, id);
      create index support_action_owner on support_action (tenant_id, owner_id, id);
      create index support_action_plan on support_action (tenant_id, plan_id, id);
      alter table coaching_session
        add column support_action_id uuid,
        add foreign key (tenant_id, support_action_id) references support_action (tenant_id, id);
      create index coaching_session_support_action on coaching_session (tenant_id, support_action_id, id);
      ${listIndexes('support_action', { due_on: 'date' })}
      ${tenantPolicy('support_action')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table coaching_session drop column support_action_id; drop table support_action');
  }
}
