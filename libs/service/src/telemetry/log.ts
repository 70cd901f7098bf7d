import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** JSON lines on standard output; tokens and people's data never get in. */
export function makeLog(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { service: name },
    redact: { paths: ['authorization', 'headers.authorization', 'token', 'password'], censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
