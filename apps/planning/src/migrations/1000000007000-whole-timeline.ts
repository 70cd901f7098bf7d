import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A timeline of the whole tenant, and of the turns that grew out of one another. */
export class WholeTimeline1000000007000 implements MigrationInterface {
  name = 'WholeTimeline1000000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index timeline_entry_by_time on timeline_entry (tenant_id, occurred_at, id);
      create index timeline_entry_parent on timeline_entry (tenant_id, parent_correlation_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index timeline_entry_by_time, timeline_entry_parent');
  }
}
