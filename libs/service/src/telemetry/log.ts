import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** JSON lines on standard output; tokens and people's data never get in. */
export function makeLog(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { service: name },
    redact: { paths: ['authorization', 'headers.authorization', 'token', 'password'], censor: '[redacted]' },
    serializers: { err: withoutData },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What an error may say beside its words. A failed statement carries its parameters too, and PostgreSQL's detail quotes the row. */
const told = ['code', 'query', 'table', 'column', 'constraint', 'outcome'] as const;

/** An error as a log may hold it: what it is, where it came from and which statement failed, but none of the values. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  const facts = told
    .map((name) => [name, Reflect.get(error, name)] as const)
    .filter(([, fact]) => typeof fact === 'string');
  if (!refusesAValue(error)) return { type, message, stack, ...Object.fromEntries(facts) };
  const unquoted = (text: string) => text.replace(/"[^]*?"/g, '"…"');
  return { type, message: unquoted(message), stack: unquoted(stack), ...Object.fromEntries(facts) };
}

/** Class 22, data exceptions: PostgreSQL's own message quotes the value that it would not take. */
function refusesAValue(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return (typeof code === 'string' && /^22...$/.test(code)) || refusesAValue(error.cause);
}
