import { type Envelope, type EventType, eventTypes } from '@fivepoint/contracts';
import type { Consumer } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { StepGap } from './step-gap';

type StepChanged = Extract<EventType, `${string}.step-changed.v1`>;

const stepChanged = (Object.keys(eventTypes) as EventType[]).filter((type): type is StepChanged =>
  type.endsWith('.step-changed.v1'),
);

/** The steps of all five services, planning's own among them, in one list (capability X11). It emits nothing and can be rebuilt. */
export const steps: Consumer<Command> = {
  name: 'planning.steps',
  handlers: stepChanged.map((type) => ({ type, handle: project })) as Consumer<Command>['handlers'],
  projection: {
    clear: async ({ manager, tenantId }, _scope, eventIds) => {
      await manager.delete(StepGap, { tenantId, eventId: In([...eventIds]) });
    },
  },
};

/**
 * Each event says all that is true of its step, so the last one is enough; what was said before it and comes after it changes nothing. Of one key the
 * sequence tells which is the last; a step that has found its account goes on under another key, and there the time does.
 */
async function project({ manager }: Command, { type, ...event }: Envelope<StepChanged>): Promise<void> {
  // Recorded history opens no work.
  if (event.origin === 'import') return;
  const { stepId, accountId, planLineId, point, stepKey, action, status, required, done, degree } = event.data;
  const row = {
    tenant_id: event.tenantId,
    id: stepId,
    service: eventTypes[type].owner,
    point,
    step_key: stepKey,
    action,
    status,
    degree,
    planned_on: event.data.plannedOn,
    due_on: event.data.dueOn,
    owner_id: event.data.ownerId,
    team: event.data.team,
    account_id: accountId,
    plan_line_id: planLineId ?? null,
    required,
    done,
    event_id: event.id,
    event_key: event.key,
    event_sequence: event.sequence,
    told_at: event.time,
  };
  const columns = Object.keys(row);
  // Neither audited nor announced: the event itself is the record.
  await manager.query(
    `insert into step_gap as g (${columns.join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     on conflict (tenant_id, id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
     where case when g.event_key = excluded.event_key then g.event_sequence < excluded.event_sequence
       else (g.told_at, g.event_id) < (excluded.told_at, excluded.event_id) end`,
    Object.values(row),
  );
}
