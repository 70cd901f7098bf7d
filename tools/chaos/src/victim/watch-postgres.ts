import { Client } from 'pg';
import { Transaction } from './transaction';
import type { Trap } from './trap';

type Query = (this: Client, ...args: unknown[]) => unknown;
interface Sent {
  name?: string;
  text: string;
  values?: unknown[];
}

/** Shows every statement of this process to the trap, before it is sent and after it has been answered. */
export function watchPostgres(trap: Trap): void {
  const transactions = new WeakMap<Client, Transaction>();
  const receipts = new WeakMap<Client, { consumer: string; received: string[] }>();
  const query = Client.prototype.query as unknown as Query;

  const watched: Query = function (...args) {
    const sent = sentBy(args);
    if (!sent) return query.apply(this, args);
    const transaction = transactions.get(this) ?? new Transaction();
    transactions.set(this, transaction);
    const { before, after } = transaction.around({ name: sent.name, text: sent.text });
    const database = this.database ?? '';
    if (before) trap.reached(before, database);
    if (sent.name === 'inbox-receive') receipts.set(this, receiptIn(sent));
    const answered = () => {
      const receipt = receipts.get(this);
      if (after === 'receipt/after-commit' && receipt) trap.note(receipt);
      if (after) trap.reached(after, database);
    };
    return after ? answering(query, this, args, answered) : query.apply(this, args);
  };
  Client.prototype.query = watched as never;
}

/** Queries come as text or as an object; objects that submit themselves (cursors) are none of ours. */
function sentBy([first]: unknown[]): Sent | null {
  if (typeof first === 'string') return { text: first };
  if (first === null || typeof first !== 'object' || 'submit' in first) return null;
  return typeof Reflect.get(first, 'text') === 'string' ? (first as Sent) : null;
}

/** The parameters of `inbox-receive`: the consumer first, the events' ids sixth. */
function receiptIn({ values = [] }: Sent): { consumer: string; received: string[] } {
  return { consumer: String(values[0]), received: values[5] as string[] };
}

/** Runs the query and `answered` once it has succeeded, before anybody who waits for it. */
function answering(query: Query, client: Client, args: unknown[], answered: () => void): unknown {
  const last = args.at(-1);
  if (typeof last === 'function') {
    const callback = (error: unknown, result: unknown) => {
      if (!error) answered();
      (last as (error: unknown, result: unknown) => void)(error, result);
    };
    return query.apply(client, [...args.slice(0, -1), callback]);
  }
  return (query.apply(client, args) as Promise<unknown>).then((result) => {
    answered();
    return result;
  });
}
