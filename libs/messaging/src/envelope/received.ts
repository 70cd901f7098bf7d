/** A message as a transport brought it: nothing about it has been believed yet. */
export interface Received {
  topic: string;
  /** Kafka's message key; null where there is none. */
  key: Buffer | null;
  headers: Readonly<Record<string, Buffer | undefined>>;
  /** null is a tombstone, which none of our owners sends. */
  value: Buffer | null;
  /** Where the transport found it, unique within the topic: `partition/offset`, or the position in the owner's outbox. */
  source: string;
}

/** A message as it goes over the wire. */
export interface Message {
  key: Buffer;
  headers: Record<string, Buffer>;
  value: Buffer;
}
