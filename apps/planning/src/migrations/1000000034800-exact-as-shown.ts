import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rehearsal worked out exactly is kept as it is shown, and no longer as the double nearest to it. */
export class ExactAsShown1000000034800 implements MigrationInterface {
  name = 'ExactAsShown1000000034800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update rehearsal set figures = jsonb_set(figures #- '{exact,hitChance}', '{exact,hitProbability}',
        to_jsonb(to_char(round((figures #>> '{exact,hitChance}')::numeric, 4), 'FM0.0000')))
      where figures #> '{exact,hitChance}' is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update rehearsal set figures = jsonb_set(figures #- '{exact,hitProbability}', '{exact,hitChance}',
        to_jsonb((figures #>> '{exact,hitProbability}')::numeric))
      where figures #> '{exact,hitProbability}' is not null`);
  }
}
