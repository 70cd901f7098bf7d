import { uuidv7 } from '@fivepoint/kernel';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was shipped when this came; what is shipped now stands in `funnel/shipped-funnels.ts`. */
const shipped = [
  {
    pattern: 'RECURRING',
    stages: [
      { stage: 'CAPTURED', name: '线索', conversionBasisPoints: 7000 },
      { stage: 'CLASSIFIED', name: '跟进', conversionBasisPoints: 4500 },
      { stage: 'VERIFY', name: '验证商机', conversionBasisPoints: 6000 },
      { stage: 'NEGOTIATE', name: '谈判签约', conversionBasisPoints: 8500 },
    ],
  },
  {
    pattern: 'PROJECT',
    stages: [
      { stage: 'CAPTURED', name: '线索', conversionBasisPoints: 7000 },
      { stage: 'CLASSIFIED', name: '跟进', conversionBasisPoints: 3500 },
      { stage: 'VERIFY', name: '验证商机', conversionBasisPoints: 6000 },
      { stage: 'PRE_BID', name: '标前引导', conversionBasisPoints: 7500 },
      { stage: 'BID', name: '标书提交', conversionBasisPoints: 4500 },
      { stage: 'NEGOTIATE', name: '谈判签约', conversionBasisPoints: 8000 },
    ],
  },
];

/** A sales funnel for each way of buying, from a day on; every company that is there gets the shipped ones. */
export class FunnelTemplates1000000020000 implements MigrationInterface {
  name = 'FunnelTemplates1000000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table funnel_template (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        purchase_pattern text not null check (purchase_pattern in ('RECURRING', 'PROJECT')),
        effective_on date not null,
        samples_needed_count int not null check (samples_needed_count > 0),
        stages jsonb not null,
        primary key (tenant_id, id)
      );
      ${listIndexes('funnel_template', { effective_on: 'date' })}
      ${tenantPolicy('funnel_template')}`);
    const tenants = (await runner.query('select tenant_id as id from tenant')) as { id: string }[];
    for (const { id } of tenants)
      for (const { pattern, stages } of shipped)
        await runner.query(
          `insert into funnel_template (tenant_id, id, version, created_at, correlation_id, origin, purchase_pattern,
             effective_on, samples_needed_count, stages)
           values ($1, $2, 1, now(), $3, 'LIVE', $4, '2000-01-01', 30, $5)`,
          [id, uuidv7(), uuidv7(), pattern, JSON.stringify(stages)],
        );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table funnel_template');
  }
}
