import { createHash } from 'node:crypto';
import type { Command } from './command';

/** First number of the commands' advisory locks; messaging uses 5001 to 5003. */
const lockClass = 6_001;

/**
 * Lets one transaction at a time work on a thing that has no row yet, by what identifies it: the second finds what the first made, and is not
 * broken off by a unique index. Two things that share a number wait for each other now and then; nothing else happens.
 */
export function oneAtATime(command: Command, ...identity: readonly string[]): Promise<void> {
  return eachOneAtATime(command, [identity]);
}

/** The same for many things in one round trip, in one order for all, so that no two transactions wait for each other crosswise. */
export async function eachOneAtATime(command: Command, identities: readonly (readonly string[])[]): Promise<void> {
  const numbers = identities.map((identity) =>
    createHash('sha256')
      .update(JSON.stringify([command.tenantId, ...identity]))
      .digest()
      .readInt32BE(0),
  );
  await command.manager.query('select pg_advisory_xact_lock($1, n) from unnest($2::int[]) as n', [
    lockClass,
    [...new Set(numbers)].sort((a, b) => a - b),
  ]);
}
