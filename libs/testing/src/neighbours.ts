import {
  type Envelope,
  type EventMap,
  type EventType,
  eventTypes,
  keyOf,
  sourceOf,
  topicOf,
} from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { encode, type Inlet, type Transport } from '@fivepoint/messaging';

export interface About {
  subject: string;
  tenantId?: string;
  correlationId?: string;
  parentCorrelationId?: string;
  origin?: 'import';
  time?: string;
  traceparent?: string;
  /** Do not wait until it is handled: it is meant to wait for another. */
  unfinished?: boolean;
}

/** A transport whose other end is the spec: it keeps what the service sends and brings what the spec makes up. */
export class Neighbours implements Transport {
  readonly name = 'spec';
  readonly sent = new Map<string, Envelope>();
  private readonly inlets: Inlet[] = [];
  private readonly sequences = new Map<string, number>();
  private deliveries = 0;

  async publish(_topic: string, envelopes: readonly Envelope[]): Promise<void> {
    for (const envelope of envelopes) this.sent.set(envelope.id, envelope);
  }

  async resend(): Promise<void> {
    throw new Error('specs of one service have nothing to send again');
  }

  subscribe(inlet: Inlet) {
    this.inlets.push(inlet);
    return { ready: () => true, stop: async () => undefined };
  }

  ready(): boolean {
    return true;
  }

  async stop(): Promise<void> {
    this.inlets.length = 0;
  }

  next<T extends EventType>(type: T, data: EventMap[T], about: About & { tenantId: string }): Envelope<T> {
    const key = keyOf(type, data, about.subject);
    const stream = `${topicOf(eventTypes[type].owner)} ${about.tenantId} ${key}`;
    const sequence = (this.sequences.get(stream) ?? 0) + 1;
    this.sequences.set(stream, sequence);
    return {
      id: uuidv7(),
      type,
      source: sourceOf(eventTypes[type].owner),
      subject: about.subject,
      time: about.time ?? new Date().toISOString(),
      tenantId: about.tenantId,
      key,
      sequence,
      correlationId: about.correlationId ?? uuidv7(),
      ...(about.parentCorrelationId && { parentCorrelationId: about.parentCorrelationId }),
      ...(about.origin && { origin: about.origin }),
      ...(about.traceparent && { traceparent: about.traceparent }),
      dataschema: eventTypes[type].dataschema,
      data,
    };
  }

  async deliver(event: Envelope): Promise<void> {
    const topic = eventTypes[event.type].topic;
    const { key, headers, value } = encode(event);
    for (const inlet of this.inlets.filter(({ topics }) => topics.includes(topic)))
      await inlet.receive([{ topic, key, headers, value, source: `spec/${++this.deliveries}` }]);
  }
}
