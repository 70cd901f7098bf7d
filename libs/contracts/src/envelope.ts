import type { EventMap, EventType } from './generated/events';

/**
 * One published fact with its CloudEvents 1.0 context, as the code sees it. How it becomes Kafka headers (`ce_*`) is messaging's business.
 */
export interface Envelope<T extends EventType = EventType> {
  /** UUIDv7; the de-duplication key. The same event has the same id wherever it is seen. */
  id: string;
  type: T;
  /** Who says it: `/fivepoint/<owner>`. */
  source: string;
  /** Id of the aggregate the fact is about. */
  subject: string;
  /** When it became true, RFC 3339 in UTC; imported history keeps its own time. */
  time: string;
  tenantId: string;
  /** `accountId`, else the subject. Order holds per tenant, key and topic. */
  key: string;
  /** 1, 2, 3 … per tenant and key within the owner's topic, without gaps. */
  sequence: number;
  /** The turn of the lifecycle this belongs to; carried through all services. */
  correlationId: string;
  /** The turn this turn grew out of (a renewal, an expansion or a referral). */
  parentCorrelationId?: string;
  /** The event or command that caused this event. */
  causationId?: string;
  /** Present on recorded history: consumers project it and open no work for it. */
  origin?: 'import';
  /** W3C trace context of the command that emitted it. */
  traceparent?: string;
  /** `$id` of the schema that `data` satisfies. */
  dataschema: string;
  data: EventMap[T];
}

/** The union over all types: `switch (event.type)` narrows `event.data`, which it does not for a bare `Envelope`. */
export type AnyEnvelope = { [T in EventType]: Envelope<T> }[EventType];
