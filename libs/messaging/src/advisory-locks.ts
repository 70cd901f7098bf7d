import { createHash } from 'node:crypto';

/** First numbers of our advisory locks (two-int form): one for each thing that is locked, so that they never meet. */
export const lockClass = {
  /** Held by the one relay of a database. */
  relay: 5_001,
  /** Held by each living instance, under its own number. */
  instance: 5_002,
  /** Held while an event of the key is handled. */
  key: 5_003,
} as const;

/** The second number for (consumer, tenant, key). Two keys that share a number wait for each other now and then; nothing else happens. */
export function keyLock(consumer: string, tenantId: string, key: string): number {
  return createHash('sha256').update(`${consumer}\u0000${tenantId}\u0000${key}`).digest().readInt32BE(0);
}
