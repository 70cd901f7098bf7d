import { listIndexes } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders of the lists, and columns by the names of the graph. */
export class OrderedLists1000000002000 implements MigrationInterface {
  name = 'OrderedLists1000000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table lead rename column expected_close to expected_close_on;
      alter table lead rename column disqualified_reason to disqualification_reason;
      ${listIndexes('lead', { expected_amount: 'money?', expected_close_on: 'date?', captured_on: 'date' })}
      ${listIndexes('pursuit', { target: 'money' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index lead_by_expected_amount_asc, lead_by_expected_amount_desc, lead_by_expected_close_on_asc, lead_by_expected_close_on_desc, lead_by_captured_on, pursuit_by_target;
      alter table lead rename column disqualification_reason to disqualified_reason;
      alter table lead rename column expected_close_on to expected_close;`);
  }
}
