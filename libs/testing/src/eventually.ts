import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';

export interface EventuallyOptions {
  /** milliseconds until it gives up; 20000 by default */
  readonly timeoutMs?: number;
  /** milliseconds between two tries; 25 by default */
  readonly everyMs?: number;
}

/**
 * Repeats an assertion until it holds and gives back what it returned.
 * @throws Error with the last failure in its message (and as its cause), at the line that called
 */
export async function eventually<T>(
  assertion: () => T | Promise<T>,
  { timeoutMs = 20_000, everyMs = 25 }: EventuallyOptions = {},
): Promise<T> {
  const caller = new Error();
  Error.captureStackTrace(caller, eventually);
  const started = Date.now();
  for (let tries = 1; ; tries++) {
    try {
      return await assertion();
    } catch (failure) {
      const waited = Date.now() - started;
      if (waited < timeoutMs) {
        await pause(everyMs);
        continue;
      }
      const said = failure instanceof Error ? failure.message : inspect(failure);
      const error = new Error(`Not so after ${waited} ms and ${tries} tries. The last time: ${said}`, {
        cause: failure,
      });
      error.stack = `${error.name}: ${error.message}\n${caller.stack?.split('\n').slice(1).join('\n') ?? ''}`;
      throw error;
    }
  }
}
