import { setTimeout as pause } from 'node:timers/promises';
import type { Stoppable } from '@fivepoint/service';

export interface Revivable {
  name: string;
  runs(): boolean;
  revive(): Promise<unknown>;
  say: (line: string) => void;
}

/** Brings back what the house stands on when it has died by itself, as ManagedProcess does with services; ends when it is stopped. */
export function reviving({ name, runs, revive, say }: Revivable): Stoppable {
  const over = new AbortController();
  const { signal } = over;
  const watching = (async () => {
    while (!signal.aborted) {
      await pause(500, undefined, { signal }).catch(() => undefined);
      if (signal.aborted || runs()) continue;
      say(`${name} ended and is started again`);
      await revive().catch((error: Error) => say(`${name} could not be started, and is tried again: ${error.message}`));
    }
  })();
  return {
    stop() {
      over.abort();
      return watching;
    },
  };
}
