import { tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rivals and customers may do, and our answers. */
export class WarGameCards1000000016000 implements MigrationInterface {
  name = 'WarGameCards1000000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table war_game_card (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid not null,
        team text not null,
        account_id uuid not null,
        plan_id uuid,
        plan_line_id uuid,
        step_id uuid,
        side text not null check (side in ('RIVAL', 'CUSTOMER')),
        move text not null,
        answer text not null,
        trigger text not null,
        status text not null check (status in ('OPEN', 'TRIGGERED', 'CLOSED')),
        triggered_on date,
        outcome text,
        primary key (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, plan_line_id) references plan_line (tenant_id, id),
        foreign key (tenant_id, step_id) references step (tenant_id, id),
        check (plan_line_id is not null or step_id is not null),
        check ((plan_line_id is null) = (plan_id is null)),
        check ((status = 'CLOSED') = (outcome is not null)),
        check (status <> 'OPEN' or triggered_on is null),
        check (status <> 'TRIGGERED' or triggered_on is not null)
      );
      create index war_game_card_plan on war_game_card (tenant_id, plan_id, id);
      create index war_game_card_plan_line on war_game_card (tenant_id, plan_line_id, id);
      create index war_game_card_step on war_game_card (tenant_id, step_id, id);
      create index war_game_card_owner on war_game_card (tenant_id, owner_id, id);
      ${tenantPolicy('war_game_card')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table war_game_card');
  }
}
