import type { AnyEnvelope } from '@fivepoint/contracts';
import { encode, type Inlet, type Received, type Subscription, type Transport } from '../index';

/** A transport whose other end is the spec: it sees each batch that is published, may fail or hold it, and brings what it likes. */
export class Wire implements Transport {
  readonly name = 'wire';
  /** All that was published, in order, with repetitions. */
  readonly published: AnyEnvelope[] = [];
  /** Called before a batch counts as published. */
  onPublish: (batch: readonly AnyEnvelope[]) => Promise<void> = async () => undefined;
  readonly inlets: Inlet[] = [];
  private deliveries = 0;

  async publish(_topic: string, batch: readonly AnyEnvelope[]): Promise<void> {
    await this.onPublish(batch);
    this.published.push(...batch);
  }

  async resend(_topic: string, batch: readonly AnyEnvelope[], consumer: string): Promise<void> {
    for (const envelope of batch) await this.bring(this.received(envelope, consumer));
  }

  subscribe(inlet: Inlet): Subscription {
    this.inlets.push(inlet);
    return { ready: () => true, stop: async () => undefined };
  }

  ready(): boolean {
    return true;
  }

  async stop(): Promise<void> {
    this.inlets.length = 0;
  }

  received(envelope: AnyEnvelope, replayFor?: string): Received {
    const topic = `fivepoint.${envelope.source.split('/')[2]}`;
    return { topic, source: `0/${++this.deliveries}`, ...encode(envelope, replayFor) };
  }

  /** Brings messages to every consumer of their topic, in one batch per topic. */
  async bring(...messages: Received[]): Promise<void> {
    for (const inlet of this.inlets) {
      for (const topic of inlet.topics) {
        const own = messages.filter((message) => message.topic === topic);
        if (own.length > 0) await inlet.receive(own);
      }
    }
  }

  async deliver(...envelopes: readonly AnyEnvelope[]): Promise<void> {
    await this.bring(...envelopes.map((envelope) => this.received(envelope)));
  }
}
