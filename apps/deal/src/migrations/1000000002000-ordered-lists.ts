import { listIndexes } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The orders of the lists, and columns by the names of the graph. */
export class OrderedLists1000000002000 implements MigrationInterface {
  name = 'OrderedLists1000000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deal rename column expected_close to expected_close_on;
      ${listIndexes('deal', { amount: 'money?', expected_close_on: 'date?', opened_on: 'date' })}
      ${listIndexes('contract', { amount: 'money', signed_on: 'date' })}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index deal_by_amount_asc, deal_by_amount_desc, deal_by_expected_close_on_asc, deal_by_expected_close_on_desc, deal_by_opened_on, contract_by_amount, contract_by_signed_on;
      alter table deal rename column expected_close_on to expected_close;`);
  }
}
