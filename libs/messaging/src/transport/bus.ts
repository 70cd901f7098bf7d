import type { Received } from '../envelope/received';
import type { OutboxReader } from '../out/outbox-reader';
import type { Bell } from '../waiting';

/** A consumer that reads one topic on the bus. */
export interface Listener {
  readonly consumer: string;
  readonly topic: string;
  /** Rung when there may be something new. */
  readonly bell: Bell;
  /** Up to which position of the owner's log it has everything in its inbox. */
  position: number;
  deliver(batch: readonly Received[]): Promise<void>;
}

/** What the services of one process know of each other's events: the owners' logs, and who reads them. Nothing is kept on it. */
export interface Bus {
  readonly logs: Map<string, OutboxReader>;
  readonly listeners: Set<Listener>;
}

export function createBus(): Bus {
  return { logs: new Map(), listeners: new Set() };
}

export function ringTopic(bus: Bus, topic: string): void {
  for (const listener of bus.listeners) if (listener.topic === topic) listener.bell.ring();
}
