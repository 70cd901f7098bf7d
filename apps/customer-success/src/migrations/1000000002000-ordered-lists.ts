import { listIndexes } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders of the lists. */
export class OrderedLists1000000002000 implements MigrationInterface {
  name = 'OrderedLists1000000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index renewal_due;
      ${listIndexes('renewal', { amount: 'money?', due_on: 'date' })}
      ${listIndexes('expansion', { amount: 'money', due_on: 'date' })}
      ${listIndexes('success_plan', { contracted: 'money', signed_on: 'date' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index renewal_by_amount_asc, renewal_by_amount_desc, renewal_by_due_on, expansion_by_amount, expansion_by_due_on, success_plan_by_contracted, success_plan_by_signed_on;
      create index renewal_due on renewal (tenant_id, due_on, id);`);
  }
}
