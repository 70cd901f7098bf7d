import { uuidv7 } from '@fivepoint/kernel';
import { emitAll } from '@fivepoint/messaging';
import { listIndexes, tenantPolicy } from '@fivepoint/service';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shippedTemplates } from '../step-template/shipped-step-templates';

/** How steps are done in each company, the steps of planning, and the list of all five services' gaps. */
export class Steps1000000015000 implements MigrationInterface {
  name = 'Steps1000000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table step_template (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        point text not null check (point in ('PLAN', 'ACQUIRE', 'WIN', 'COLLECT', 'RENEW')),
        step_key text not null,
        edition int not null check (edition > 0),
        place int not null,
        action text not null,
        required_inputs text[] not null,
        required_outputs text[] not null,
        least_degree int not null check (least_degree between 0 and 100),
        start_days int not null check (start_days >= 0),
        due_days int not null check (due_days >= start_days),
        owner_role text not null check (owner_role in ('REP', 'MANAGER', 'EXECUTIVE', 'FINANCE', 'DELIVERY', 'PRESALES', 'CSM')),
        required boolean not null,
        retired_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, point, step_key, edition)
      );
      create unique index step_template_in_use on step_template (tenant_id, point, step_key) where retired_at is null;
      create table step (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        correlation_id uuid not null,
        origin text not null check (origin in ('LIVE', 'IMPORTED')),
        owner_id uuid not null,
        team text not null,
        step_template_id uuid not null,
        account_id uuid not null,
        plan_line_id uuid,
        task text,
        status text not null check (status in ('PLANNED', 'STARTED', 'DONE', 'CANCELLED')),
        degree int not null check (degree between 0 and 100),
        planned_on date not null,
        due_on date not null check (due_on >= planned_on),
        floor_minor bigint check (floor_minor >= 0),
        floor_currency char(3),
        done_at timestamptz,
        cancel_reason text,
        input_ticks jsonb not null,
        output_ticks jsonb not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, step_template_id) references step_template (tenant_id, id),
        foreign key (tenant_id, account_id) references account (tenant_id, id),
        foreign key (tenant_id, plan_line_id) references plan_line (tenant_id, id),
        check ((floor_minor is null) = (floor_currency is null)),
        check ((status = 'DONE') = (done_at is not null)),
        check ((status = 'CANCELLED') = (cancel_reason is not null))
      );
      create index step_account on step (tenant_id, account_id, due_on, id);
      create index step_plan_line on step (tenant_id, plan_line_id, due_on, id);
      create index step_owner on step (tenant_id, owner_id, due_on, id);
      create table step_gap (
        tenant_id uuid not null,
        id uuid not null,
        service text not null,
        point text not null,
        step_key text not null,
        action text not null,
        status text not null,
        degree int not null,
        planned_on date not null,
        due_on date not null,
        owner_id uuid not null,
        team text not null,
        account_id uuid,
        plan_line_id uuid,
        required boolean not null,
        done boolean not null,
        event_id uuid not null,
        event_key text not null,
        event_sequence bigint not null,
        told_at timestamptz not null,
        primary key (tenant_id, id)
      );
      create index step_gap_late on step_gap (tenant_id, due_on, id) where required and not done;
      create index step_gap_account on step_gap (tenant_id, account_id, due_on, id) where required and not done;
      create index step_gap_owner on step_gap (tenant_id, owner_id, due_on, id) where required and not done;
      create index step_gap_event on step_gap (tenant_id, event_id);
      ${listIndexes('step_template', { place: 'integer' })}
      ${listIndexes('step', { due_on: 'date' })}
      ${tenantPolicy('step_template')}
      ${tenantPolicy('step')}
      ${tenantPolicy('step_gap')}`);
    await shipToAll(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table step_gap; drop table step; drop table step_template');
  }
}

/** A company that is here already gets what a new one begins with, and every service is told of it. */
async function shipToAll(runner: QueryRunner): Promise<void> {
  const tenants = (await runner.query('select id from tenant')) as { id: string }[];
  for (const { id: tenantId } of tenants) {
    const [now, correlationId] = [new Date(), uuidv7()];
    const templates = shippedTemplates.map((shipped) => ({
      ...shipped,
      requiredInputs: [...shipped.requiredInputs],
      requiredOutputs: [...shipped.requiredOutputs],
      stepTemplateId: uuidv7(),
      edition: 1,
      retired: false,
    }));
    await runner.query(
      `insert into step_template (tenant_id, id, version, created_at, correlation_id, origin, point, step_key, edition, place, action,
         required_inputs, required_outputs, least_degree, start_days, due_days, owner_role, required)
       select $1, t.id, 1, $2, $3, 'LIVE', t.point, t.key, 1, t.place, t.action,
         array(select jsonb_array_elements_text(t.inputs)), array(select jsonb_array_elements_text(t.outputs)),
         t.least_degree, t.start_days, t.due_days, t.owner_role, t.required
       from jsonb_to_recordset($4) as t (id uuid, point text, key text, place int, action text, inputs jsonb, outputs jsonb,
         least_degree int, start_days int, due_days int, owner_role text, required boolean)`,
      [
        tenantId,
        now,
        correlationId,
        JSON.stringify(
          templates.map((template) => ({
            id: template.stepTemplateId,
            point: template.point,
            key: template.stepKey,
            place: template.place,
            action: template.action,
            inputs: template.requiredInputs,
            outputs: template.requiredOutputs,
            least_degree: template.leastDegree,
            start_days: template.startDays,
            due_days: template.dueDays,
            owner_role: template.ownerRole,
            required: template.required,
          })),
        ),
      ],
    );
    await emitAll(runner.manager, 'planning', { tenantId, now }, [
      {
        type: 'fivepoint.planning.step-templates-defined.v1',
        key: tenantId,
        subject: tenantId,
        correlationId,
        data: { tenantId, templates },
      },
    ]);
  }
}
