import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lines that ended before their key nodes and war-game cards were called off with them: what is still open is called off once the service runs, by the
 * command that does so, which tells of the steps and is audited.
 */
export class WorkOfEndedLines1000000034300 implements MigrationInterface {
  name = 'WorkOfEndedLines1000000034300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into due_work (tenant_id, kind, subject, due_at)
      select l.tenant_id, 'work of ended plan lines', l.id, l.created_at
      from plan_line l join plan p on p.tenant_id = l.tenant_id and p.id = l.plan_id
      where (l.standing = 'WITHDRAWN' or p.status = 'CLOSED') and (
        exists (select from step s
          where s.tenant_id = l.tenant_id and s.plan_line_id = l.id and s.status in ('PLANNED', 'STARTED'))
        or exists (select from war_game_card c
          where c.tenant_id = l.tenant_id and c.plan_line_id = l.id and c.status in ('OPEN', 'TRIGGERED')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from due_work where kind = 'work of ended plan lines'`);
  }
}
