import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on the way into a team, and who might leave it. */
export class Talent1000000021800 implements MigrationInterface {
  name = 'Talent1000000021800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table candidate (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        source text not null check (source in ('SELECTED', 'HUNTED', 'DEVELOPED')),
        status text not null check (status in ('CANDIDATE', 'HIRED', 'RAMPED', 'CERTIFIED', 'LEFT', 'REJECTED')),
        target_role text not null,
        expected_start_on date,
        background text,
        hired_on date,
        ramped_on date,
        certified_on date,
        ended_on date,
        end_reason text,
        team_id uuid not null,
        rep_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, team_id) references team (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        unique (tenant_id, rep_id),
        check ((hired_on is null) = (rep_id is null)),
        check ((hired_on is null) = (status in ('CANDIDATE', 'REJECTED'))),
        check ((ended_on is null) = (status not in ('LEFT', 'REJECTED')) and (ended_on is null) = (end_reason is null)),
        check (hired_on <= ramped_on and ramped_on <= certified_on and hired_on <= ended_on)
      );
      create index candidate_team on candidate (tenant_id, team_id, id);
      create table leaving_risk (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        level text not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
        assessed_on date not null,
        reason text not null,
        measure text check (measure is not null or level = 'LOW'),
        rep_id uuid not null,
        assessor_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        foreign key (tenant_id, assessor_id) references rep (tenant_id, id)
      );
      create index leaving_risk_rep on leaving_risk (tenant_id, rep_id, assessed_on, id);
      ${listIndexes('candidate', { name: 'text', expected_start_on: 'date?' })}
      ${listIndexes('leaving_risk', { assessed_on: 'date' })}
      ${tenantPolicy('candidate')}
      ${tenantPolicy('leaving_risk')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table leaving_risk; drop table candidate');
  }
}
