import { uuidv7, type Clock } from '@fivepoint/kernel';
import type { Occasion, RunInTransaction } from '@fivepoint/messaging';
import type { DataSource } from 'typeorm';
import { type Cause, Command } from '../command/command';
import { writeAudit } from '../command/run-command';
import { sqlState } from '../database/refused-values';
import { inTenant } from '../database/tenancy';
import { openSpan } from '../telemetry/traces';
import { commandSettings } from './command-settings';
import type { ServiceDefinition } from './definition';
import { eventPrincipal } from '../identity/identity';

/** A handoff's transaction: messaging locks and records in it, the handler's command works in it, and what it did is audited. */
export function handleEvents(
  dataSource: DataSource,
  definition: ServiceDefinition,
  clock: Clock,
): RunInTransaction<Command> {
  const settings = commandSettings(definition);
  const projections = new Set(
    definition.consumers.filter(({ projection }) => projection).map((consumer) => consumer.name),
  );
  return async (occasion, work) => {
    const { consumer, event } = occasion;
    const span = openSpan(`handle ${event?.type ?? 'rebuild'}`, 'consumer', event?.traceparent, {
      'fivepoint.service': settings.service,
      'fivepoint.consumer': consumer,
      // Until it has come to another one.
      'fivepoint.outcome': 'failed',
    });
    try {
      const outcome = await inTenant(dataSource, occasion.tenantId, async (manager) => {
        const cause = causeOf(occasion, clock.now(), span.traceparent);
        const command = new Command(
          manager,
          { ...cause, ...(projections.has(consumer) && { projection: consumer }) },
          settings,
        );
        const handled = await work(command, manager);
        if (handled !== 'DONE') return handled;
        await command.flush();
        if (command.changes.length > 0) await writeAudit(command, consumer, null);
        return handled;
      });
      span.noted('fivepoint.outcome', outcome.toLowerCase());
      span.end();
      return outcome;
    } catch (error) {
      span.end(error instanceof Error ? `${error.name} ${sqlState(error)}`.trimEnd() : 'failed');
      throw error;
    }
  };
}

function causeOf({ consumer, tenantId, event }: Occasion, now: Date, traceparent: string | undefined): Cause {
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
    ...(traceparent && { traceparent }),
    ...(event.origin && { origin: event.origin }),
  };
}
