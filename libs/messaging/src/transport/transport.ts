import type { Envelope } from '@fivepoint/contracts';
import type { Received } from '../envelope/received';
import type { CursorMove } from '../in/receive';
import type { OutboxReader } from '../out/outbox-reader';

/** What a transport asks of the one it brings events to. */
export interface Inlet {
  consumer: string;
  topics: readonly string[];
  /** Stores a batch of one topic; only when it has resolved may the transport forget the batch. `move` is the in-process transport's place. */
  receive(batch: readonly Received[], move?: CursorMove): Promise<void>;
  /** Where the in-process transport stands in a topic's log; null before the first event. */
  cursor(topic: string): Promise<CursorMove | null>;
}

export interface Subscription {
  /** True when events that come now will be received. */
  ready(): boolean;
  /** Ends after what is being stored has been stored. */
  stop(): Promise<void>;
}

/** How events come from an owner to its consumers. One per service; its messaging stops it. */
export interface Transport {
  /** What the relay counts its progress by. */
  readonly name: string;
  /** Resolves when all of them are safe with the receiving side. Order of the array is order of publication. */
  publish(topic: string, envelopes: readonly Envelope[]): Promise<void>;
  /** Sends events once more, for one consumer; all others drop them. */
  resend(topic: string, envelopes: readonly Envelope[], consumer: string): Promise<void>;
  /** Offered by the owner to transports that read its log themselves; the answer takes it back. */
  offerLog?(topic: string, log: OutboxReader): () => void;
  /** The log of an owner that offered it. */
  logOf?(topic: string): OutboxReader | null;
  /** Up to which position of the owner's log every subscriber has read, where the transport knows; 0 while there is none. */
  readByAll?(topic: string): number;
  subscribe(inlet: Inlet): Subscription;
  ready(): boolean;
  stop(): Promise<void>;
}
