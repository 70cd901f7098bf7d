import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pursuits follow the versions of their plan, and end when their line is taken out of it. */
export class RevisedTargets1000000017000 implements MigrationInterface {
  name = 'RevisedTargets1000000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pursuit
        add column plan_version_number int not null default 1 check (plan_version_number > 0),
        add column withdrawal_reason text,
        drop constraint pursuit_status_check,
        add constraint pursuit_status_check check (status in ('OPEN', 'QUALIFIED', 'WON', 'WITHDRAWN')),
        add check (withdrawal_reason is null or status = 'WITHDRAWN');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update pursuit set status = 'OPEN', withdrawal_reason = null where status = 'WITHDRAWN';
      alter table pursuit
        drop constraint pursuit_status_check,
        add constraint pursuit_status_check check (status in ('OPEN', 'QUALIFIED', 'WON')),
        drop column withdrawal_reason,
        drop column plan_version_number;`);
  }
}
