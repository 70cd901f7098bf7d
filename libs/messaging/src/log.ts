/** Where messaging writes what happens to it. A pino logger fits as it is. Fields hold ids, types and counts, never the data of an event. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** What an error says, for a log line or a reason; never its stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
