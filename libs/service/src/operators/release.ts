import type { ServiceName } from '@fivepoint/contracts';
import { operatorsIn, type ParkedOutcome } from '@fivepoint/messaging';
import type { Command } from '../command/command';
import { NotFound } from '../graph/refusals';
import { ParkedEventReleased, type ReleaseParkedEventResult, StillInvalid } from './parked-event';

/** How the operators' fields and their audit rows begin: `customerSuccess`. */
export const operatorsPrefix = (service: ServiceName): string =>
  service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

type Released = Promise<typeof ReleaseParkedEventResult>;

/** Has a parked event of the command's tenant tried again. */
export async function retryParkedEvent(
  { manager, tenantId }: Command,
  { consumer, eventId }: { consumer: string; eventId: string },
): Released {
  return released(await operatorsIn(manager).retryParked({ consumer, eventId, tenantId }), eventId);
}

/** Gives a parked event of the command's tenant up. */
export async function discardParkedEvent(
  { manager, tenantId }: Command,
  { consumer, eventId, reason }: { consumer: string; eventId: string; reason: string },
): Released {
  return released(await operatorsIn(manager).discardParked({ consumer, eventId, reason, tenantId }), eventId);
}

function released(outcome: ParkedOutcome, eventId: string): typeof ReleaseParkedEventResult {
  if (outcome === 'NOT_PARKED') return new NotFound('ParkedEvent', eventId);
  if (outcome === 'STILL_INVALID') return new StillInvalid();
  return new ParkedEventReleased(eventId);
}
