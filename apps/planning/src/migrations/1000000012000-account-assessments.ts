import { uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const stages = `('EXPLORATION', 'BUILD_UP', 'MATURITY', 'DECLINE')`;
const classes = `('CORE', 'TRACTION', 'GROWTH', 'PROBLEM')`;
const patterns = `('RECURRING', 'PROJECT')`;
const types = `('TRANSACTIONAL', 'SOLUTION', 'PARTNERSHIP')`;
const tables = [
  'account_position',
  'contact_standing',
  'lead_classification',
  'drift_reading',
  'relationship_override',
  'trust_outcome',
  'account_assessment',
];

const aggregate = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),`;
const row = `
        tenant_id uuid not null,
        id uuid not null,
        account_id uuid not null,`;

/** What accounts are assessed by, and how they were: all that is there is assessed once the service runs. */
export class AccountAssessments1000000012000 implements MigrationInterface {
  name = 'AccountAssessments1000000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add column purchase_pattern text check (purchase_pattern in ${patterns}),
        add column attainable_basis_points int check (attainable_basis_points between 0 and 10000),
        add column current_relationship_type text check (current_relationship_type in ${types}),
        add column desired_relationship_type text check (desired_relationship_type in ${types}),
        add column assessment_currency char(3),
        add column stage text check (stage in ${stages}),
        add column class text check (class in ${classes});
      create index account_stage on account (tenant_id, stage, id);
      create index account_class on account (tenant_id, class, id);

      create table account_position (${row}
        positioned_on date not null,
        purchase_pattern text check (purchase_pattern in ${patterns}),
        attainable_basis_points int check (attainable_basis_points between 0 and 10000),
        primary key (tenant_id, id)
      );
      create table contact_standing (${row}
        contact_id uuid not null,
        stands_on date not null,
        roles text[] not null,
        access text not null check (access in ('NONE', 'PARTIAL', 'FULL')),
        support int check (support between -2 and 2),
        primary key (tenant_id, id)
      );
      create index contact_standing_contact on contact_standing (tenant_id, contact_id, id);
      create table lead_classification (${row}
        classified_on date not null,
        purchase_pattern text not null check (purchase_pattern in ${patterns}),
        primary key (tenant_id, id)
      );
      create table drift_reading (${row}
        detected_on date not null,
        level text not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
        risk_basis_points int not null check (risk_basis_points between 0 and 10000),
        primary key (tenant_id, id)
      );
      create table relationship_override (${aggregate}
        account_id uuid not null,
        stage text check (stage in ${stages}),
        score int check (score between 0 and 100),
        reason text not null,
        set_on date not null,
        expires_on date not null,
        ended_on date,
        primary key (tenant_id, id),
        check ((stage is null) <> (score is null)),
        check (set_on <= expires_on)
      );
      create table trust_outcome (${aggregate}
        account_id uuid not null,
        contact_id uuid not null,
        kind text not null check (kind in ('KEPT_PROMISE', 'GOOD_CONTACT', 'BROKEN_PROMISE')),
        happened_on date not null,
        note text,
        primary key (tenant_id, id)
      );
      create index trust_outcome_contact on trust_outcome (tenant_id, contact_id, happened_on, id);
      create table account_assessment (${row}
        assessed_on date not null,
        stage text not null check (stage in ${stages}),
        class text check (class in ${classes}),
        currency char(3) not null,
        potential_minor bigint,
        attainable_minor bigint,
        own_sales_minor bigint not null,
        whitespace_minor bigint,
        share_of_wallet numeric,
        score int,
        computed_stage text not null check (computed_stage in ${stages}),
        stage_reason text not null,
        purchase_pattern text not null check (purchase_pattern in ${patterns}),
        purchase_pattern_source text not null check (purchase_pattern_source in ('OWN', 'LEAD', 'DEFAULT')),
        order_count int not null,
        last_order_on date,
        growth numeric,
        growth_before numeric,
        stage_rule_id uuid not null,
        stage_override_id uuid,
        horizon_months int not null,
        stage_factor_basis_points int not null,
        attainable_basis_points int not null,
        attainable_own boolean not null,
        drivers jsonb not null,
        potential_rule_id uuid not null,
        computed_score int,
        roles jsonb not null,
        relationship_chain_id uuid not null,
        score_override_id uuid,
        portfolio_rule_id uuid,
        left_out jsonb not null,
        fingerprint text not null,
        primary key (tenant_id, id),
        unique (tenant_id, account_id, assessed_on)
      );
      ${tables
        .filter((table) => table !== 'account_assessment')
        .map((table) => `create index ${table}_account on ${table} (tenant_id, account_id, id);`)
        .join('\n')}
      ${listIndexes('relationship_override', { expires_on: 'date' })}
      ${listIndexes('trust_outcome', { happened_on: 'date' })}
      ${tables.map(tenantPolicy).join('\n')}`);

    await this.standingsOfContacts(runner);
    await runner.query(`
      insert into lead_classification (tenant_id, id, account_id, classified_on, purchase_pattern)
      select i.tenant_id, i.event_id, (i.envelope->'data'->>'accountId')::uuid,
        ((i.envelope->>'time')::timestamptz at time zone coalesce(t.time_zone, 'UTC'))::date, i.envelope->'data'->>'scenario'
      from inbox i left join tenant t on t.tenant_id = i.tenant_id
      where i.consumer = 'planning.timeline' and i.state = 'DONE'
        and i.type = 'fivepoint.acquisition.lead-classified.v1' and i.envelope->'data'->>'accountId' is not null;

      insert into due_work (tenant_id, kind, subject, due_at)
      select tenant_id, 'account assessment of history', id, now() from account`);
  }

  /** Nobody noted how people stood before: they are taken to have stood as they do since they were registered. */
  private async standingsOfContacts(runner: QueryRunner): Promise<void> {
    const contacts = (await runner.query('select tenant_id, id from contact order by id')) as {
      tenant_id: string;
      id: string;
    }[];
    const size = 1_000;
    for (let from = 0; from < contacts.length; from += size) {
      const some = contacts.slice(from, from + size);
      await runner.query(
        `insert into contact_standing (tenant_id, id, account_id, contact_id, stands_on, roles, access, support)
         select c.tenant_id, n.new_id, c.account_id, c.id, (c.created_at at time zone coalesce(t.time_zone, 'UTC'))::date,
           c.roles, c.access, c.support
         from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as n (tenant_id, id, new_id)
         join contact c on c.tenant_id = n.tenant_id and c.id = n.id
         left join tenant t on t.tenant_id = c.tenant_id`,
        [some.map((one) => one.tenant_id), some.map((one) => one.id), some.map(() => uuidv7())],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${tables.map((table) => `drop table ${table};`).join('\n')}
      delete from due_work where kind like 'account assessment%';
      alter table account drop column purchase_pattern, drop column attainable_basis_points, drop column current_relationship_type,
        drop column desired_relationship_type, drop column assessment_currency, drop column stage, drop column class;`);
  }
}
