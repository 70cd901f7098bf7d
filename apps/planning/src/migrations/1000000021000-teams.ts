import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newIdInSql } from '../team/id-in-sql';

/** Teams as things; those whose name reps carry already are there at once. */
export class Teams1000000021000 implements MigrationInterface {
  name = 'Teams1000000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        manager_id uuid,
        parent_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, manager_id) references rep (tenant_id, id),
        foreign key (tenant_id, parent_id) references team (tenant_id, id),
        unique (tenant_id, name),
        check (parent_id <> id)
      );
      create index team_manager on team (tenant_id, manager_id, id);
      create index team_parent on team (tenant_id, parent_id, id);
      ${listIndexes('team', { name: 'text' })}
      ${tenantPolicy('team')}
      insert into team (tenant_id, id, version, created_at, correlation_id, origin, name)
      select tenant_id, ${newIdInSql}, 1, now(), ${newIdInSql}, case when bool_or(origin = 'LIVE') then 'LIVE' else 'IMPORTED' end, team
      from rep group by tenant_id, team;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table team');
  }
}
