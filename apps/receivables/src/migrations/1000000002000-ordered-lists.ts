import { listIndexes } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders of the lists. */
export class OrderedLists1000000002000 implements MigrationInterface {
  name = 'OrderedLists1000000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${listIndexes('instalment', { amount: 'money', due_on: 'date?' })}
      ${listIndexes('receipt', { amount: 'money', received_on: 'date' })}
      ${listIndexes('dispute', { opened_on: 'date' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index instalment_by_amount, instalment_by_due_on_asc, instalment_by_due_on_desc, receipt_by_amount, receipt_by_received_on, dispute_by_opened_on;`);
  }
}
