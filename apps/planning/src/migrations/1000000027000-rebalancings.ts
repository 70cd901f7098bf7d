import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const money = (...names: readonly string[]): string =>
  names.map((name) => `${name}_minor bigint not null, ${name}_currency char(3) not null,`).join('\n        ');

/** Fair adjustments of targets within a period: by what rules, what was proposed and decided, and what it says of each rep. */
export class Rebalancings1000000027000 implements MigrationInterface {
  name = 'Rebalancings1000000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rebalancing_rule (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        effective_on date not null,
        stretch_basis_points int not null check (stretch_basis_points between 1 and 30000),
        reserve_basis_points int not null check (reserve_basis_points between 0 and 10000),
        support_days int not null check (support_days between 0 and 365),
        support_kind text not null
          check (support_kind in ('COACHING', 'LEADS', 'PRESALES', 'EXECUTIVE', 'TRAINING', 'OTHER')),
        primary key (tenant_id, id)
      );
      create table rebalancing (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid,
        team text,
        plan_id uuid not null,
        plan_version_id uuid not null,
        status text not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
        as_of date not null,
        reason text not null,
        proposer_id uuid,
        decided_at timestamptz,
        decided_as text,
        decider_id uuid,
        decision_reason text,
        cap_basis_points int not null check (cap_basis_points between 0 and 10000),
        stretch_basis_points int not null,
        ${money('reserve', 'pool', 'reserve_used', 'receivers_original', 'target_before', 'target_after', 'unallocated_gap')}
        rate numeric(5, 4),
        fairness_before numeric(5, 4),
        fairness_after numeric(5, 4),
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        foreign key (tenant_id, plan_version_id) references plan_version (tenant_id, id),
        check ((status = 'PROPOSED') = (decided_at is null)),
        check (status <> 'REJECTED' or decision_reason is not null),
        check (target_after_minor + unallocated_gap_minor + reserve_used_minor = target_before_minor)
      );
      create index rebalancing_plan on rebalancing (tenant_id, plan_id, id);
      create unique index rebalancing_open on rebalancing (tenant_id, plan_id) where status = 'PROPOSED';
      create table rebalanced_target (
        tenant_id uuid not null,
        id uuid not null,
        rebalancing_id uuid not null,
        plan_id uuid not null,
        rep_id uuid not null,
        role text not null check (role in ('DONOR', 'RECEIVER')),
        ${money('original', 'planned', 'increased_before', 'before', 'actual', 'capacity', 'head_room', 'change', 'after')}
        increase_limit text check (increase_limit in ('HEAD_ROOM', 'CAP')),
        primary key (tenant_id, id),
        unique (tenant_id, rebalancing_id, rep_id),
        foreign key (tenant_id, rebalancing_id) references rebalancing (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        check (before_minor + change_minor = after_minor)
      );
      create index rebalanced_target_plan on rebalanced_target (tenant_id, plan_id, id);
      create index rebalanced_target_rep on rebalanced_target (tenant_id, rep_id, id);
      ${listIndexes('rebalancing_rule', { effective_on: 'date' })}
      ${tenantPolicy('rebalancing_rule')}
      ${tenantPolicy('rebalancing')}
      ${tenantPolicy('rebalanced_target')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rebalanced_target; drop table rebalancing; drop table rebalancing_rule');
  }
}
