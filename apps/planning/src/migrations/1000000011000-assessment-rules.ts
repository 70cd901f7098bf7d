import { minorDigits, uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = `
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        effective_on date not null,
        reason text,`;
const share = 'int not null check';
const stages = `('EXPLORATION', 'BUILD_UP', 'MATURITY', 'DECLINE')`;
const classes = `('CORE', 'TRACTION', 'GROWTH', 'PROBLEM')`;
const tables = [
  'potential_rule',
  'stage_rule',
  'relationship_chain',
  'trust_rule',
  'portfolio_rule',
  'class_strategy',
  'stage_strategy',
];

/** By which rules accounts are assessed, from which day on; what every tenant begins with is in force for those that are there. */
export class AssessmentRules1000000011000 implements MigrationInterface {
  name = 'AssessmentRules1000000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table potential_rule (${rule}
        horizon_months ${share} (horizon_months between 1 and 60),
        attainable_basis_points ${share} (attainable_basis_points between 0 and 10000),
        exploration_basis_points ${share} (exploration_basis_points >= 0),
        build_up_basis_points ${share} (build_up_basis_points >= 0),
        maturity_basis_points ${share} (maturity_basis_points >= 0),
        decline_basis_points ${share} (decline_basis_points >= 0),
        primary key (tenant_id, id)
      );
      create table stage_rule (${rule}
        recurring_months ${share} (recurring_months > 0),
        project_months ${share} (project_months > 0),
        growth_basis_points ${share} (growth_basis_points >= 0),
        loss_basis_points ${share} (loss_basis_points > 0),
        mature_order_count ${share} (mature_order_count > 0),
        drift_basis_points ${share} (drift_basis_points >= 0),
        primary key (tenant_id, id)
      );
      create table relationship_chain (${rule}
        role_names text[] not null,
        role_basis_points int[] not null,
        veto_roles text[] not null,
        primary key (tenant_id, id),
        check (cardinality(role_names) = cardinality(role_basis_points)),
        check (veto_roles <@ role_names)
      );
      create table trust_rule (${rule}
        floor ${share} (floor between 0 and 100),
        kept_promise ${share} (kept_promise >= 0),
        good_contact ${share} (good_contact >= 0),
        broken_promise ${share} (broken_promise >= 0),
        primary key (tenant_id, id)
      );
      create table portfolio_rule (${rule}
        potential_threshold_minor bigint not null check (potential_threshold_minor >= 0),
        potential_threshold_currency char(3) not null,
        score_threshold ${share} (score_threshold between 0 and 100),
        high_high text not null check (high_high in ${classes}),
        high_low text not null check (high_low in ${classes}),
        low_high text not null check (low_high in ${classes}),
        low_low text not null check (low_low in ${classes}),
        primary key (tenant_id, id)
      );
      create table class_strategy (${rule}
        class text not null check (class in ${classes}),
        purpose text not null,
        cadence_days ${share} (cadence_days > 0),
        effort_hours ${share} (effort_hours >= 0),
        tactics text not null,
        primary key (tenant_id, id)
      );
      create table stage_strategy (${rule}
        stage text not null check (stage in ${stages}),
        purpose text not null,
        tactics text not null,
        primary key (tenant_id, id)
      );
      ${tables.map((table) => listIndexes(table, { effective_on: 'date' }) + tenantPolicy(table)).join('\n')}`);

    const tenants = (await runner.query('select tenant_id, currency from tenant')) as {
      tenant_id: string;
      currency: string;
    }[];
    for (const { tenant_id, currency } of tenants) await shipTo(runner, tenant_id, currency);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(tables.map((table) => `drop table ${table}`).join('; '));
  }
}

/** Values as they were when this was written: what is shipped later is for tenants that come later. */
async function shipTo(runner: QueryRunner, tenantId: string, currency: string): Promise<void> {
  const ship = (table: string, columns: string, ...values: string[]) =>
    runner.query(
      `insert into ${table} (tenant_id, id, version, created_at, correlation_id, origin, effective_on, ${columns})
       values ${values.map((_, place) => `($1, $${place + 3}, 1, now(), $2, 'LIVE', '1900-01-01', ${values[place] ?? ''})`).join(', ')}`,
      [tenantId, uuidv7(), ...values.map(() => uuidv7())],
    );
  await ship(
    'potential_rule',
    'horizon_months, attainable_basis_points, exploration_basis_points, build_up_basis_points, maturity_basis_points, decline_basis_points',
    '12, 3000, 10000, 10000, 10000, 10000',
  );
  await ship(
    'stage_rule',
    'recurring_months, project_months, growth_basis_points, loss_basis_points, mature_order_count, drift_basis_points',
    '12, 36, 1000, 1000, 3, 4500',
  );
  await ship(
    'relationship_chain',
    'role_names, role_basis_points, veto_roles',
    `'{ECONOMIC_BUYER,TECHNICAL,USER,PROCUREMENT}', '{4000,2500,2000,1500}', '{TECHNICAL}'`,
  );
  await ship('trust_rule', 'floor, kept_promise, good_contact, broken_promise', '20, 10, 5, 20');
  await ship(
    'portfolio_rule',
    'potential_threshold_minor, potential_threshold_currency, score_threshold, high_high, high_low, low_high, low_low',
    `${3_000_000 * 10 ** minorDigits(currency)}, '${currency}', 60, 'CORE', 'TRACTION', 'GROWTH', 'PROBLEM'`,
  );
  await ship(
    'class_strategy',
    'class, purpose, cadence_days, effort_hours, tactics',
    `'CORE', '守住份额,深度合作', 7, 40, '高层互访,联合规划,铁三角驻点,提前锁定下一周期需求'`,
    `'TRACTION', '把有需求的客户牵引过来', 14, 24, '补齐决策链关键人,标杆样品与示范项目,入围与标前引导'`,
    `'GROWTH', '以少量投入培育需求', 30, 8, '推荐产品与新应用,邀请参观标杆客户,定期回访'`,
    `'PROBLEM', '控制投入,等待变化', 90, 2, '线上维护,关注人事与业务变动,条件变化后重新评估'`,
  );
  await ship(
    'stage_strategy',
    'stage, purpose, tactics',
    `'EXPLORATION', '建立第一次信任', '弄清驱动因素与决策链,以小额首单证明能力'`,
    `'BUILD_UP', '增强信任', '兑现每一个承诺,扩大接触面,从单一产品走向方案'`,
    `'MATURITY', '巩固并扩大份额', '联合规划,交叉销售,建立定期评审机制'`,
    `'DECLINE', '重新审视关系', '找出漂移原因,重建关键人信任,决定挽回还是收缩'`,
  );
}
