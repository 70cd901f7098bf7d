import { eventTypes, isEventType, sourceOf, validateData } from '@fivepoint/contracts';
import { decode, type UncheckedEnvelope } from '../envelope/cloud-events';
import type { Received } from '../envelope/received';

/** An event that has its place in a stream of one consumer. */
export interface Arrival {
  kind: 'arrival';
  envelope: UncheckedEnvelope;
  state: 'RECEIVED' | 'IGNORED' | 'PARKED';
  reason: string | null;
  /** Kept where the envelope does not say it all: the value that could not be read. */
  bytes: Buffer | null;
  /** Sent again on purpose, for this consumer. */
  replayed: boolean;
  received: Received;
}

/** What is no event: kept as it came, in no stream. */
export interface Rejection {
  kind: 'rejection';
  tenantId: string | null;
  reason: string;
  received: Received;
}

/**
 * What becomes of a message at one consumer: handled types are checked against their schema and parked at once when they break it, all other
 * types are ignored (but recorded, because the sequence runs over all of them), and a replay for somebody else is nothing to us (null).
 */
export function classify(
  received: Received,
  consumer: string,
  handles: (type: string) => boolean,
): Arrival | Rejection | null {
  const decoded = decode(received);
  if (decoded.kind === 'rejected') {
    return { kind: 'rejection', tenantId: decoded.tenantId, reason: decoded.reason, received };
  }
  const { envelope, replayFor } = decoded;
  if (replayFor !== null && replayFor !== consumer) return null;
  const arrival = (state: Arrival['state'], reason: string | null, bytes: Buffer | null = null): Arrival => ({
    kind: 'arrival',
    envelope,
    state,
    reason,
    bytes,
    replayed: replayFor !== null,
    received,
  });
  if (!handles(envelope.type)) return arrival('IGNORED', null);
  if (decoded.kind === 'unreadable') return arrival('PARKED', decoded.reason, received.value);
  const problems = problemsOf(envelope);
  return problems.length > 0 ? arrival('PARKED', `invalid data: ${problems.join('; ')}`) : arrival('RECEIVED', null);
}

/** What is wrong with an event's data by the schema of its type, and with who sends it; empty when nothing is. */
export function problemsOf({ type, source, data }: UncheckedEnvelope): string[] {
  if (!isEventType(type)) return [`${type} is no type of ours`];
  const { owner } = eventTypes[type];
  return source === sourceOf(owner) ? validateData(type, data) : [`only ${owner} publishes ${type}`];
}
