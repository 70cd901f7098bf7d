import { Client } from 'pg';

/** One statement as a service sent it to its database. */
export interface Statement {
  text: string;
  values: unknown[];
}

type Query = (this: Client, ...args: unknown[]) => unknown;

/** What the services of this process send their databases during `work`, by database, in the order of sending. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Map<string, Statement[]>> {
  const seen = new Map<string, Statement[]>();
  await listening(({ database }, statement) => {
    if (database) seen.set(database, [...(seen.get(database) ?? []), statement]);
  }, work);
  return seen;
}

/**
 * How many statements each transaction that changed something took during `work`, from its begin to its commit: by what its audit row calls it,
 * the name of a mutation or the consumer of an event.
 */
export async function statementsByDeed(work: () => Promise<unknown>): Promise<Map<string, number[]>> {
  const open = new Map<Client, Statement[]>();
  const counts = new Map<string, number[]>();
  await listening((client, statement) => {
    const sent = /^(begin|start transaction)/i.test(statement.text) ? [] : (open.get(client) ?? []);
    open.set(client, [...sent, statement]);
    if (!/^commit/i.test(statement.text)) return;
    const deed = sent.map(auditedAs).find((name) => name !== null);
    if (deed) counts.set(deed, [...(counts.get(deed) ?? []), sent.length + 1]);
  }, work);
  return counts;
}

/** What the audit row calls the deed, if this statement writes one. */
function auditedAs({ text, values }: Statement): string | null {
  const [, columns, placed] = /^insert into "audit_entry" ?\((.*?)\) values \((.*?)\)/i.exec(text) ?? [];
  if (!columns || !placed) return null;
  const place = placed.split(/, ?/)[columns.split(/, ?/).indexOf('"mutation"')];
  return String(values[Number(place?.slice(1)) - 1]);
}

/** Tells `told` of each statement that a service sends during `work`. */
async function listening(
  told: (client: Client, statement: Statement) => void,
  work: () => Promise<unknown>,
): Promise<void> {
  const original = Client.prototype.query as Query;
  Client.prototype.query = function noting(this: Client, ...args: unknown[]): unknown {
    const statement = statementOf(args);
    if (this.user?.endsWith('_app') && statement) told(this, statement);
    return Reflect.apply(original, this, args);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query;
  }
}

function statementOf([first, second]: readonly unknown[]): Statement | null {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  if (!first || typeof first !== 'object') return null;
  const [text, values]: unknown[] = [Reflect.get(first, 'text'), Reflect.get(first, 'values')];
  return typeof text === 'string' ? { text, values: Array.isArray(values) ? values : [] } : null;
}

/**
 * The floor under a query: the same statements sent by hand, on one connection for each database, all databases side by side.
 * @returns how long each of so many rounds took, in milliseconds
 */
export async function byHand(
  urls: ReadonlyMap<string, string>,
  statements: ReadonlyMap<string, readonly Statement[]>,
  rounds: number,
): Promise<number[]> {
  const clients = new Map<string, Client>();
  try {
    for (const database of statements.keys()) {
      const client = new Client({ connectionString: urls.get(database) ?? '' });
      clients.set(database, client);
      await client.connect();
    }
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await Promise.all(
        [...statements].map(async ([database, sent]) => {
          for (const { text, values } of transactionsOf(sent)) await clients.get(database)?.query(text, values);
        }),
      );
      times.push(performance.now() - started);
    }
    return times;
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end()));
  }
}

/** Batches ran side by side, each on a connection of its own; on one connection each read gets its transaction around it again. */
function transactionsOf(sent: readonly Statement[]): Statement[] {
  const begin = sent.find(({ text }) => text.startsWith('begin'));
  const reads = sent.filter(({ text }) => !/^(begin|commit|rollback)/i.test(text));
  if (!begin) throw new Error('a service read outside a transaction');
  return reads.flatMap((read) => [begin, read, { text: 'commit', values: [] }]);
}
