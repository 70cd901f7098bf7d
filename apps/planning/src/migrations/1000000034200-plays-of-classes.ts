import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With which plays accounts of a class are covered; what was adopted before names none. */
export class PlaysOfClasses1000000034200 implements MigrationInterface {
  name = 'PlaysOfClasses1000000034200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table class_strategy add column play_ids uuid[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table class_strategy drop column play_ids');
  }
}
