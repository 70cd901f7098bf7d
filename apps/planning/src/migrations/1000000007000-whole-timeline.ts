import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A timeline of the whole tenant, and of the turns that grew out of one another. */
export class WholeTimeline1000000007000 implements MigrationInterface {
  name = 'WholeTimeline1000000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index timeline_entry_by_time on timeline_entry (tenant_id, occurred_at, id);
      create index timeline_entry_parent on timeline_entry (tenant_id, parent_correlation_id);
      -- A plan line's turn grows out of its plan's; its earlier events did not say so.
      update timeline_entry t set parent_correlation_id = p.correlation_id
      from plan_line l join plan p on p.tenant_id = l.tenant_id and p.id = l.plan_id
      where t.type = 'fivepoint.planning.account-targeted.v1' and t.parent_correlation_id is null
        and l.tenant_id = t.tenant_id and l.id = t.subject_id;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index timeline_entry_by_time, timeline_entry_parent');
  }
}
