import { uuidv7, type Clock } from '@fivepoint/kernel';
import type { Occasion, RunInTransaction } from '@fivepoint/messaging';
import type { DataSource } from 'typeorm';
import { type Cause, Command, type CommandSettings } from '../command/command';
import { writeAudit } from '../command/run-command';
import { inTenant } from '../database/tenancy';
import { eventPrincipal } from '../identity/identity';

/** A handoff's transaction: messaging locks and records in it, the handler's command works in it, and what it did is audited. */
export function handleEvents(
  dataSource: DataSource,
  settings: CommandSettings,
  clock: Clock,
): RunInTransaction<Command> {
  return (occasion, work) =>
    inTenant(dataSource, occasion.tenantId, async (manager) => {
      const command = new Command(manager, causeOf(occasion, clock.now()), settings);
      const outcome = await work(command, manager);
      if (outcome !== 'DONE') return outcome;
      await command.flush();
      if (command.changes.length > 0) await writeAudit(command, occasion.consumer, null);
      return outcome;
    });
}

function causeOf({ consumer, tenantId, event }: Occasion, now: Date): Cause {
  if (!event)
    return {
      identity: eventPrincipal(tenantId, `rebuild of ${consumer}`),
      now,
      requestId: uuidv7(),
      correlationId: uuidv7(),
    };
  return {
    identity: eventPrincipal(tenantId, event.type),
    now,
    requestId: event.id,
    correlationId: event.correlationId,
    causationId: event.id,
    ...(event.traceparent && { traceparent: event.traceparent }),
    ...(event.origin && { origin: event.origin }),
  };
}
