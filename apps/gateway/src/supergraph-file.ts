import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SupergraphSdlHook } from '@apollo/gateway';
import type { Logger } from '@fivepoint/service';

export interface SupergraphFileOptions {
  path: string;
  /** How often to look where the system reports no changes (network folders, mounted volumes). */
  pollMs: number;
  log: Logger;
  onRead(outcome: 'loaded' | 'refused'): void;
}

/** A writer may still be at work when the system reports a change; it gets this long to finish. */
const settleMs = 100;

/**
 * The supergraph from a file, again whenever the file changes. What cannot be served is logged, and the graph of before goes on. The
 * folder is watched, not the file: editors and deployments replace a file rather than write into it.
 */
export function supergraphFile({ path, pollMs, log, onRead }: SupergraphFileOptions): SupergraphSdlHook {
  return async ({ update }) => {
    let seen = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new Error(`no supergraph at ${path}; make it with: npm run schemas`, { cause: error });
    });
    let settling: NodeJS.Timeout | undefined;

    async function look(): Promise<void> {
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null || text === seen) return;
      seen = text;
      try {
        update(text);
        onRead('loaded');
        log.info({ path }, 'the new supergraph is served');
      } catch (error) {
        onRead('refused');
        log.error({ path, err: error }, 'the new supergraph cannot be served; the one of before still is');
      }
    }

    const watcher = watchFolder(dirname(path), log, () => {
      clearTimeout(settling);
      settling = setTimeout(() => void look(), settleMs);
    });
    const poll = setInterval(() => void look(), pollMs);
    poll.unref();
    return {
      supergraphSdl: seen,
      async cleanup() {
        watcher?.close();
        clearTimeout(settling);
        clearInterval(poll);
      },
    };
  };
}

/** Null where the system has no watches to give: the poll still sees every change. */
function watchFolder(folder: string, log: Logger, changed: () => void): FSWatcher | null {
  const without = (error: unknown) => log.warn({ folder, err: error }, 'the folder cannot be watched; it is polled');
  try {
    return watch(folder, { persistent: false }, changed).on('error', without);
  } catch (error) {
    without(error);
    return null;
  }
}
