import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The environment of the caller: Java and Maven are started with it, and it says where things are. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where fetched jars are kept for every checkout of this user: FIVEPOINT_KAFKA_CACHE, else `fivepoint/kafka` in the user's cache. */
export function cacheFolder(env: Environment): string {
  const wanted = env['FIVEPOINT_KAFKA_CACHE'];
  if (wanted) return resolve(wanted);
  return join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'fivepoint', 'kafka');
}

/** The base address of a Maven repository to download from without Maven; null when Maven does it. */
export const repositoryUrl = (env: Environment): string | null => env['KAFKA_MAVEN_URL']?.replace(/\/+$/, '') || null;
