import type { Envelope } from '@fivepoint/contracts';
import type { Message, Received } from './received';

/** An envelope whose type may be unknown to this code and whose data has not been checked yet. */
export type UncheckedEnvelope = Omit<Envelope, 'type' | 'data'> & { type: string; data: unknown };

export type Decoded =
  /** All headers are right and the value is JSON. */
  | { kind: 'event'; envelope: UncheckedEnvelope; replayFor: string | null }
  /** It has its place in a stream, but its value cannot be read: that stream must stop there. */
  | { kind: 'unreadable'; envelope: UncheckedEnvelope; replayFor: string | null; reason: string }
  /** No event at all: it belongs to no stream. */
  | { kind: 'rejected'; reason: string; tenantId: string | null };

/** Names the one consumer a replayed event is for; all others drop it. */
const replayHeader = 'ce_replayfor';

/** CloudEvents 1.0, Kafka binary mode: the context in headers, the data as JSON in the value, the key as the message's key. */
export function encode(envelope: Envelope, replayFor?: string): Message {
  const headers: Record<string, Buffer> = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) headers[name] = Buffer.from(value);
  };
  put('ce_specversion', '1.0');
  put('ce_id', envelope.id);
  put('ce_source', envelope.source);
  put('ce_type', envelope.type);
  put('ce_subject', envelope.subject);
  put('ce_time', envelope.time);
  put('ce_tenantid', envelope.tenantId);
  put('ce_correlationid', envelope.correlationId);
  put('ce_parentcorrelationid', envelope.parentCorrelationId);
  put('ce_causationid', envelope.causationId);
  put('ce_sequence', String(envelope.sequence));
  put('ce_origin', envelope.origin);
  put('ce_dataschema', envelope.dataschema);
  put('traceparent', envelope.traceparent);
  put('content-type', 'application/json');
  put(replayHeader, replayFor);
  return { key: Buffer.from(envelope.key), headers, value: Buffer.from(JSON.stringify(envelope.data)) };
}

/** Reads a message that may come from anyone: whatever is wrong with it is said, never thrown. */
export function decode(received: Received): Decoded {
  const header = headerReader(received);
  try {
    const envelope = contextOf(received, header);
    const replayFor = header.optional(replayHeader) ?? null;
    const value = parsed(received.value);
    return 'reason' in value
      ? { kind: 'unreadable', envelope, replayFor, reason: value.reason }
      : { kind: 'event', envelope: { ...envelope, data: value.data }, replayFor };
  } catch (error) {
    if (!(error instanceof NotAnEvent)) throw error;
    const tenantId = header.text('ce_tenantid');
    return { kind: 'rejected', reason: error.message, tenantId: tenantId && uuid.test(tenantId) ? tenantId : null };
  }
}

/** Why every reader would set this event aside, whatever its data; null when none would. */
export function contextProblem(event: Omit<Envelope, 'sequence'>): string | null {
  const topic = event.source.slice(1).replace('/', '.');
  const decoded = decode({ topic, source: '', ...encode({ ...event, sequence: 1, data: null } as never) });
  return decoded.kind === 'rejected' ? decoded.reason : null;
}

class NotAnEvent extends Error {}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const sequence = /^[1-9]\d{0,14}$/;
const anything = /^[^\u0000]{1,512}$/;

function contextOf({ topic, key }: Received, header: HeaderReader): UncheckedEnvelope {
  if (header.required('ce_specversion', anything) !== '1.0') throw new NotAnEvent('ce_specversion must be 1.0');
  const source = header.required('ce_source', anything);
  // Sequences are counted by the owner, so that another's events would tear holes into them.
  if (source !== `/${topic.replace('.', '/')}`) throw new NotAnEvent('ce_source must be the owner of the topic');
  const keyText = key && utf8(key);
  if (!keyText || !anything.test(keyText)) throw new NotAnEvent('the key must be a text of 1 to 512 characters');
  const origin = header.optional('ce_origin');
  if (origin !== undefined && origin !== 'import') throw new NotAnEvent('ce_origin must be "import" or absent');
  const at = header.required('ce_time', time);
  if (!exists(at)) throw new NotAnEvent('ce_time must be a moment that exists');
  const parentCorrelationId = header.optional('ce_parentcorrelationid');
  const causationId = header.optional('ce_causationid');
  // No part of the event: a broken one must not cost it its place.
  const traceparent = header.text('traceparent');
  return {
    id: header.required('ce_id', uuid),
    type: header.required('ce_type', anything),
    source,
    subject: header.required('ce_subject', anything),
    time: at,
    tenantId: header.required('ce_tenantid', uuid),
    key: keyText,
    sequence: Number(header.required('ce_sequence', sequence)),
    correlationId: header.required('ce_correlationid', anything),
    ...(parentCorrelationId !== undefined && { parentCorrelationId }),
    ...(causationId !== undefined && { causationId }),
    ...(origin !== undefined && { origin }),
    ...(traceparent && anything.test(traceparent) && { traceparent }),
    dataschema: header.required('ce_dataschema', anything),
    data: null,
  };
}

/** A day such as February 30 would be read as one of March. */
function exists(at: string): boolean {
  const ms = Date.parse(at);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === at.slice(0, 10);
}

interface HeaderReader {
  text(name: string): string | null | undefined;
  required(name: string, pattern: RegExp): string;
  optional(name: string): string | undefined;
}

function headerReader({ headers }: Received): HeaderReader {
  const text = (name: string) => {
    const bytes = headers[name];
    return bytes === undefined ? undefined : utf8(bytes);
  };
  const checked = (name: string, value: string | null, pattern: RegExp) => {
    if (value === null || !pattern.test(value)) throw new NotAnEvent(`the header ${name} is malformed`);
    return value;
  };
  return {
    text,
    required(name, pattern) {
      const value = text(name);
      if (value === undefined) throw new NotAnEvent(`the header ${name} is missing`);
      return checked(name, value, pattern);
    },
    optional(name) {
      const value = text(name);
      return value === undefined ? undefined : checked(name, value, anything);
    },
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parsed(value: Buffer | null): { data: unknown } | { reason: string } {
  if (value === null) return { reason: 'the value is absent' };
  const text = utf8(value);
  if (text === null) return { reason: 'the value is not UTF-8' };
  try {
    return { data: JSON.parse(text) };
  } catch {
    return { reason: 'the value is not JSON' };
  }
}
