import { Client } from 'pg';

/** How many statements each service's app role sends, transactions included; the relays' own are not counted. */
export class StatementCount {
  private readonly counts = new Map<string, number>();
  private readonly original: typeof Client.prototype.query = Client.prototype.query;

  /** Counts every connection of this process from now on, until `stop`. */
  start(): void {
    const { counts, original } = this;
    Client.prototype.query = function counted(this: Client, ...args: unknown[]): unknown {
      if (this.user?.endsWith('_app')) counts.set(this.database ?? '', (counts.get(this.database ?? '') ?? 0) + 1);
      return Reflect.apply(original, this, args);
    } as typeof Client.prototype.query;
  }

  stop(): void {
    Client.prototype.query = this.original;
  }

  /** The statements of `work`, by database; nothing else may be going on. */
  async of(work: () => Promise<unknown>): Promise<Record<string, number>> {
    this.counts.clear();
    await work();
    return Object.fromEntries([...this.counts].sort());
  }
}
