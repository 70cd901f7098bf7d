import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newIdInSql } from '../team/id-in-sql';

/** What teams must be able to do, how well each rep does it, and what is practised. Companies that are here already get the shipped skills. */
export class Skills1000000021600 implements MigrationInterface {
  name = 'Skills1000000021600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table skill (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        description text,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );
      create table skill_assessment (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        level int not null check (level between 0 and 4),
        assessed_on date not null,
        note text,
        rep_id uuid not null,
        skill_id uuid not null,
        assessor_id uuid,
        primary key (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        foreign key (tenant_id, skill_id) references skill (tenant_id, id),
        foreign key (tenant_id, assessor_id) references rep (tenant_id, id)
      );
      create index skill_assessment_rep on skill_assessment (tenant_id, rep_id, assessed_on, id);
      create index skill_assessment_skill on skill_assessment (tenant_id, skill_id, assessed_on, id);
      create table coaching_session (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        coached_on date not null,
        practised text not null,
        outcome text not null,
        next_step text,
        rep_id uuid not null,
        coach_id uuid not null,
        skill_id uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, rep_id) references rep (tenant_id, id),
        foreign key (tenant_id, coach_id) references rep (tenant_id, id),
        foreign key (tenant_id, skill_id) references skill (tenant_id, id),
        check (rep_id <> coach_id)
      );
      create index coaching_session_rep on coaching_session (tenant_id, rep_id, coached_on, id);
      create index coaching_session_coach on coaching_session (tenant_id, coach_id, coached_on, id);
      create index coaching_session_skill on coaching_session (tenant_id, skill_id, coached_on, id);
      ${listIndexes('skill', { name: 'text' })}
      ${listIndexes('skill_assessment', { assessed_on: 'date' })}
      ${listIndexes('coaching_session', { coached_on: 'date' })}
      ${tenantPolicy('skill')}
      ${tenantPolicy('skill_assessment')}
      ${tenantPolicy('coaching_session')}
      insert into skill (tenant_id, id, version, created_at, correlation_id, origin, name, description)
      select t.tenant_id, ${newIdInSql}, 1, now(), ${newIdInSql}, 'LIVE', s.name, s.description
      from tenant t cross join (values
        ('客户情报', '摸清决策链、驱动因素和采购机制'),
        ('SPIN 需求挖掘', '用背景、难点、暗示、需求-效益问题引导客户'),
        ('方案呈现', '把需求翻译成客户认可的方案'),
        ('商务谈判', '守住价格、首付比例和付款条件'),
        ('回款推动', '按节点取得证据并推动签字付款')
      ) s (name, description);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table coaching_session; drop table skill_assessment; drop table skill');
  }
}
