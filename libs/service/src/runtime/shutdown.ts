import type { Logger } from 'pino';

const graceMs = 25_000;

/**
 * Ends the process in order on SIGTERM and SIGINT: what is under way finishes; a crash or a stop that hangs exits with 1, never 0.
 * @param delayMs how long it works on after the signal, in milliseconds, so that a balancer learns of the end first; a crash waits for nobody
 * @returns whether the end has begun: what breaks after that is no news
 */
export function onTermination(log: Logger, stop: () => Promise<void>, delayMs = 0): () => boolean {
  let stopping = false;
  let exitCode = 0;
  let delay: NodeJS.Timeout | undefined;
  const end = (reason: string, code: 0 | 1) => {
    exitCode ||= code;
    if (stopping && (code === 0 || !delay)) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    if (code === 0 && delayMs > 0) delay = setTimeout(finish, delayMs);
    else finish();
  };
  const finish = () => {
    clearTimeout(delay);
    delay = undefined;
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  // Each time, not once: a second Ctrl-C would otherwise end the process in the middle of stopping, and leave behind what it had started.
  process.on('SIGTERM', () => end('SIGTERM', 0));
  process.on('SIGINT', () => end('SIGINT', 0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    end('uncaught exception', 1);
  });
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    end('unhandled rejection', 1);
  });
  return () => stopping;
}
