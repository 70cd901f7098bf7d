import { createHash } from 'node:crypto';
import type { Command } from '@fivepoint/service';

/** First number of our advisory locks; messaging uses 5001 to 5003. */
const lockClass = 6_001;

/**
 * Lets one transaction at a time work on a thing that has no row yet, by what identifies it: the second finds what the first made, and is not
 * broken off by a unique index. Two things that share a number wait for each other now and then; nothing else happens.
 */
export async function oneAtATime(command: Command, ...identity: readonly string[]): Promise<void> {
  const hash = createHash('sha256')
    .update(JSON.stringify([command.tenantId, ...identity]))
    .digest();
  await command.manager.query('select pg_advisory_xact_lock($1, $2)', [lockClass, hash.readInt32BE(0)]);
}
