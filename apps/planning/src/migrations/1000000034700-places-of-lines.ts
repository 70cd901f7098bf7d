import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which plans have a line for an account and a product: asked for each line of a plan that is handed in or approved. */
export class PlacesOfLines1000000034700 implements MigrationInterface {
  name = 'PlacesOfLines1000000034700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index plan_line_place on plan_line (tenant_id, account_id, product_id) where standing = 'PLANNED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index plan_line_place');
  }
}
