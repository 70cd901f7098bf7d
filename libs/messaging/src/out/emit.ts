import {
  type AnyEnvelope,
  type Envelope,
  type EventMap,
  eventTypes,
  type EventType,
  type ServiceName,
  sourceOf,
  validatePublished,
} from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import { contextProblem } from '../envelope/cloud-events';
import { sqlUnder, toNumber } from '../sql';

/** A fact to publish. `key` is the accountId, else the root aggregate's id; order holds per tenant and key. */
export interface EmitRequest<T extends EventType = EventType> {
  /** Given by `prepare`, where the caller needs the id before the event is written. */
  id?: string;
  type: T;
  key: string;
  subject: string;
  data: EventMap[T];
  correlationId: string;
  parentCorrelationId?: string;
  /** When it became true; by default the command's now. */
  time?: Date;
  origin?: 'import';
}

/** What all events of one command share. */
export interface EmitContext {
  tenantId: string;
  causationId?: string;
  traceparent?: string;
  now: Date;
}

/** The command tried to publish what its contract forbids: a bug in the caller, never a refusal. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
  constructor(type: string, problems: readonly string[]) {
    super(`${type} cannot be published: ${problems.join('; ')}`);
  }
}

/** The most that the data of one event may weigh as JSON, in bytes: far below what a broker takes in one message. */
export const largestData = 256 * 1024;

/**
 * Checks a fact at once, where the stack still shows who made it, and gives it its id.
 * Throws InvalidEvent when the service does not own the type, when the data breaks its schema or weighs more than 256 KiB.
 */
export function prepare<T extends EventType>(
  source: ServiceName,
  request: EmitRequest<T>,
): EmitRequest<T> & { id: string } {
  const problems = validatePublished(request.type, request.data);
  if (eventTypes[request.type].owner !== source) problems.push(`only ${eventTypes[request.type].owner} publishes it`);
  if (!request.key) problems.push('it needs a key');
  const bytes = Buffer.byteLength(JSON.stringify(request.data));
  if (bytes > largestData) problems.push(`its data has ${bytes} bytes, at most ${largestData} are allowed`);
  if (problems.length > 0) throw new InvalidEvent(request.type, problems);
  return { ...request, id: request.id ?? uuidv7() };
}

/**
 * Writes the events of one command into the outbox, in the command's own transaction and in one round trip: either the change and its
 * events are there, or neither. Streams are locked in the order of their keys until the transaction ends, so that a sequence has no gap and
 * the order of a key is the order of commits. Call it last in the transaction.
 * Throws InvalidEvent, as `prepare` does, also for an event whose context no reader would take: it would leave a hole at all of them.
 */
export async function emitAll(
  manager: EntityManager,
  source: ServiceName,
  context: EmitContext,
  requests: readonly EmitRequest[],
): Promise<AnyEnvelope[]> {
  const events = requests.map((request) => unnumbered(context, source, prepare(source, request)));
  for (const event of events) {
    const problem = contextProblem(event);
    if (problem !== null) throw new InvalidEvent(event.type, [problem]);
  }
  if (events.length === 0) return [];
  const sql = await sqlUnder(manager);
  const rows = await sql<{ id: string; sequence: string }>(insertEvents, [
    context.tenantId,
    events.map(({ id }) => id),
    events.map(({ key }) => key),
    events.map(({ type }) => type),
    events.map((event) => JSON.stringify(event)),
  ]);
  const sequences = new Map(rows.map(({ id, sequence }) => [id, toNumber(sequence)]));
  return events.map((event) => ({ ...event, sequence: sequences.get(event.id) }) as AnyEnvelope);
}

/** `emitAll` for one event. */
export async function emit<T extends EventType>(
  manager: EntityManager,
  source: ServiceName,
  context: EmitContext,
  request: EmitRequest<T>,
): Promise<Envelope<T>> {
  const [event] = await emitAll(manager, source, context, [request as EmitRequest]);
  return event as unknown as Envelope<T>;
}

function unnumbered(
  { tenantId, causationId, traceparent, now }: EmitContext,
  source: ServiceName,
  { id, type, key, subject, data, correlationId, parentCorrelationId, time, origin }: EmitRequest & { id: string },
): Omit<Envelope, 'sequence'> {
  return {
    id,
    type,
    source: sourceOf(source),
    subject,
    time: (time ?? now).toISOString(),
    tenantId,
    key,
    correlationId,
    ...(parentCorrelationId && { parentCorrelationId }),
    ...(causationId && { causationId }),
    ...(origin && { origin }),
    ...(traceparent && { traceparent }),
    dataschema: eventTypes[type].dataschema,
    data,
  };
}

/** `entry` is drawn after the stream's lock is held: the window function needs all locked streams before the first row is made. */
const insertEvents = {
  name: 'outbox-emit',
  text: `
with request as (
  select * from unnest($2::uuid[], $3::text[], $4::text[], $5::json[]) with ordinality as r (id, key, type, envelope, n)
), stream as (
  insert into event_stream as s (tenant_id, key, last_sequence)
  select $1::uuid, key, count(*) from request group by key order by key
  on conflict (tenant_id, key) do update set last_sequence = s.last_sequence + excluded.last_sequence
  returning key, last_sequence
), event as (
  insert into outbox (tenant_id, key, sequence, id, type, envelope)
  select $1::uuid, key, last_sequence + 1 - row_number() over (partition by key order by n desc), id, type, envelope
  from request join stream using (key)
  order by n
  returning id, sequence
)
select id, sequence, pg_notify('outbox', '') from event`,
};
