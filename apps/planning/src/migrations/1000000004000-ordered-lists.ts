import { listIndexes } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders of the lists, and columns by the names of the graph. */
export class OrderedLists1000000004000 implements MigrationInterface {
  name = 'OrderedLists1000000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan rename column period_start to starts_on;
      alter table plan rename column period_end to ends_on;
      alter table timeline_entry rename column time to occurred_at;
      alter table timeline_entry rename column subject to subject_id;
      ${listIndexes('account', { name: 'text' })}
      ${listIndexes('contact', { name: 'text' })}
      ${listIndexes('product', { name: 'text' })}
      ${listIndexes('rep', { name: 'text' })}
      ${listIndexes('plan', { name: 'text', starts_on: 'date' })}
      ${listIndexes('plan_line', { target: 'money' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index account_by_name, contact_by_name, product_by_name, rep_by_name, plan_by_name, plan_by_starts_on, plan_line_by_target;
      alter table timeline_entry rename column subject_id to subject;
      alter table timeline_entry rename column occurred_at to time;
      alter table plan rename column ends_on to period_end;
      alter table plan rename column starts_on to period_start;`);
  }
}
