/** Serialization failure, deadlock, no lock, too many connections, out of memory or disk, and all that means "this connection is gone". */
const passingStates = /^(08...|53...|57P0[1-5]|40001|40P01|55P03|25P03)$/;
const lostConnection = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const lostInWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end/;

/** The connection broke under a transaction, between two statements: whoever holds it says so, for the next statement has other words for it. */
export class LostConnection extends Error {
  override readonly name = 'LostConnection';
  constructor(cause: unknown) {
    super('the connection to the database was lost', { cause });
  }
}

/**
 * Whether an error is the database's or the network's and not the event's: nobody's fault, and worth trying again unchanged.
 * TypeORM wraps the driver's error, so that its causes are looked at, too.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LostConnection) return true;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string' && (passingStates.test(code) || lostConnection.test(code))) return true;
  if (lostInWords.test(error.message)) return true;
  return isPassing(Reflect.get(error, 'driverError') ?? error.cause);
}

/**
 * Whether a value can be stored in no way, however often one tries. PostgreSQL says so by the classes 22 (data), 54 (limits) and
 * 23 (constraints); Node by a RangeError, when JSON is nested too deeply to be written.
 */
export function isUnstorable(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^(22|54|23)...$/.test(code);
}
