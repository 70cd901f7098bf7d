import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes customers buy, and how much of it there is at each account over time. */
export class DemandDrivers1000000009000 implements MigrationInterface {
  name = 'DemandDrivers1000000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demand_driver (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        name text not null,
        unit text not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );
      create table driver_measure (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        account_id uuid not null,
        demand_driver_id uuid not null,
        product_id uuid,
        measured_on date not null,
        quantity numeric(24, 6) not null check (quantity >= 0),
        intensity numeric(24, 6) not null check (intensity >= 0),
        unit_price_minor bigint not null check (unit_price_minor >= 0),
        unit_price_currency char(3) not null,
        source text not null,
        contact_ids uuid[] not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, demand_driver_id) references demand_driver (tenant_id, id),
        foreign key (tenant_id, product_id) references product (tenant_id, id)
      );
      create index driver_measure_account on driver_measure (tenant_id, account_id, measured_on, id);
      create index driver_measure_driver on driver_measure (tenant_id, demand_driver_id, id);
      ${listIndexes('demand_driver', { name: 'text' })}
      ${listIndexes('driver_measure', { measured_on: 'date' })}
      ${tenantPolicy('demand_driver')}
      ${tenantPolicy('driver_measure')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table driver_measure; drop table demand_driver');
  }
}
