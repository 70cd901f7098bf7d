import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Point } from './victim/points';
import type { Entry } from './victim/trap';

/** What the victims of one run have written: who died where, and which events came to whom how often. */
export class Journal {
  /** By the id of the arm. */
  private readonly fired = new Map<string, { point: Point; by: string }>();
  /** Consumer → event → how often it was received. */
  readonly received = new Map<string, Map<string, number>>();
  private position = 0;
  private rest = '';

  constructor(readonly file: string) {
    writeFileSync(file, '');
  }

  get deaths(): readonly { point: Point; by: string }[] {
    return [...this.fired.values()];
  }

  /** Who died of this arm; null when nobody did within the time. */
  async death(id: string, timeoutMs: number): Promise<{ point: Point; by: string } | null> {
    for (const giveUpAt = Date.now() + timeoutMs; ; await pause(25)) {
      this.readOn();
      const fired = this.fired.get(id);
      if (fired) return fired;
      if (Date.now() > giveUpAt) return null;
    }
  }

  readOn(): void {
    const file = openSync(this.file, 'r');
    const buffer = Buffer.alloc(1024 * 1024);
    for (let size; (size = readSync(file, buffer, 0, buffer.length, this.position)) > 0; this.position += size)
      this.rest += buffer.toString('utf8', 0, size);
    closeSync(file);
    const lines = this.rest.split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.take(JSON.parse(line) as Entry);
  }

  private take(entry: Entry): void {
    if ('fired' in entry) return void this.fired.set(entry.fired, entry);
    const counts = this.received.get(entry.consumer) ?? new Map<string, number>();
    this.received.set(entry.consumer, counts);
    for (const id of entry.received) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
}
