import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plans in versions, the state of their lines in each, and targets of products. What is there becomes version 1 of its plan, under the plan's own id, and
 * the states of its lines have the lines' ids: what came before has no ids of its own. When it came in force nobody has noted; the approval is the
 * nearest that is known.
 */
export class PlanVersions1000000017000 implements MigrationInterface {
  name = 'PlanVersions1000000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_version (
        tenant_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        basis_id uuid,
        number int not null check (number > 0),
        status text not null
          check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'IN_FORCE', 'SUPERSEDED', 'CLOSED', 'DISCARDED')),
        revision_reason text,
        created_at timestamptz not null,
        author_id uuid,
        submitted_at timestamptz,
        submitter_id uuid,
        returned_at timestamptz,
        returner_id uuid,
        return_reason text,
        approved_at timestamptz,
        approved_as text,
        approver_id uuid,
        approval_reason text,
        in_force_at timestamptz,
        closed_at timestamptz,
        closer_id uuid,
        discard_reason text,
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_id) references plan (tenant_id, id),
        foreign key (tenant_id, basis_id) references plan_version (tenant_id, id),
        unique (tenant_id, plan_id, number),
        check ((number = 1) = (revision_reason is null)),
        check ((status = 'DISCARDED') = (discard_reason is not null))
      );
      create unique index plan_version_open on plan_version (tenant_id, plan_id) where status in ('DRAFT', 'SUBMITTED');
      create unique index plan_version_counting on plan_version (tenant_id, plan_id)
        where status in ('APPROVED', 'IN_FORCE', 'CLOSED');

      alter table plan_line
        add column standing text not null default 'PLANNED' check (standing in ('PLANNED', 'PROPOSED', 'WITHDRAWN')),
        add column play_ids uuid[] not null default '{}';

      create table plan_line_version (
        tenant_id uuid not null,
        id uuid not null,
        plan_version_id uuid not null,
        plan_line_id uuid not null,
        account_id uuid not null,
        product_id uuid not null,
        owner_id uuid not null,
        team text not null,
        target_minor bigint not null,
        target_currency char(3) not null,
        floor_minor bigint not null,
        floor_currency char(3) not null,
        stretch_minor bigint,
        stretch_currency char(3),
        play_ids uuid[] not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_version_id) references plan_version (tenant_id, id),
        foreign key (tenant_id, plan_line_id) references plan_line (tenant_id, id),
        foreign key (tenant_id, owner_id) references rep (tenant_id, id),
        unique (tenant_id, plan_version_id, plan_line_id),
        unique (tenant_id, plan_version_id, account_id, product_id),
        check ((stretch_minor is null) = (stretch_currency is null)),
        check (floor_minor between 0 and target_minor and floor_currency = target_currency),
        check (stretch_minor >= target_minor and stretch_currency = target_currency)
      );
      create index plan_line_version_line on plan_line_version (tenant_id, plan_line_id, id);
      ${listIndexes('plan_line_version', { target: 'money' })}

      create table plan_product_target (
        tenant_id uuid not null,
        id uuid not null,
        plan_version_id uuid not null,
        product_id uuid not null,
        target_minor bigint not null check (target_minor > 0),
        target_currency char(3) not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, plan_version_id) references plan_version (tenant_id, id),
        foreign key (tenant_id, product_id) references product (tenant_id, id),
        unique (tenant_id, plan_version_id, product_id)
      );

      insert into plan_version (tenant_id, id, plan_id, number, status, created_at, author_id, return_reason, approved_at,
        approved_as, approver_id, in_force_at)
      select tenant_id, id, id, 1, status, created_at, owner_id, return_reason, approved_at, approved_as, approver_id,
        case when status in ('IN_FORCE', 'CLOSED') then approved_at end
      from plan;
      insert into plan_line_version (tenant_id, id, plan_version_id, plan_line_id, account_id, product_id, owner_id, team,
        target_minor, target_currency, floor_minor, floor_currency, stretch_minor, stretch_currency, play_ids)
      select tenant_id, id, plan_id, id, account_id, product_id, owner_id, team,
        target_minor, target_currency, floor_minor, floor_currency, stretch_minor, stretch_currency, '{}'
      from plan_line;

      alter table plan add column current_version_id uuid, add column open_version_id uuid;
      update plan set current_version_id = id, open_version_id = case when status in ('DRAFT', 'SUBMITTED') then id end;
      alter table plan
        alter column current_version_id set not null,
        add foreign key (tenant_id, current_version_id) references plan_version (tenant_id, id) deferrable initially deferred,
        add foreign key (tenant_id, open_version_id) references plan_version (tenant_id, id) deferrable initially deferred;
      ${tenantPolicy('plan_version')}
      ${tenantPolicy('plan_line_version')}
      ${tenantPolicy('plan_product_target')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Before, every line was in its plan: one that is not would come back, and with it its target. Somebody has to say what becomes of it.
    const [{ count }] = (await runner.query(
      `select count(*)::int as count from plan_line where standing <> 'PLANNED'`,
    )) as [{ count: number }];
    if (count > 0)
      throw new Error(
        `${count} plan lines are out of their plans; delete them first, for before versions each line is in its plan`,
      );
    await runner.query(`
      alter table plan drop column current_version_id, drop column open_version_id;
      drop table plan_product_target, plan_line_version, plan_version;
      alter table plan_line drop column standing, drop column play_ids;`);
  }
}
