import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Draft, Place, Rejection, Thing } from './plan';
import type { RowOutcome } from './sending/history-graph';

export interface Totals {
  read: number;
  recorded: number;
  already: number;
  rejected: number;
  /** Among those that are there: rows of which some cell was read as something else, by a rule of the mapping. */
  repaired: number;
}

interface Line extends Place {
  thing: Thing;
  externalId: string;
  outcome: 'RECORDED' | 'ALREADY_RECORDED' | 'REJECTED';
  column: string;
  given: string;
  taken: string;
  reason: string;
}

const header = ['file', 'line', 'thing', 'externalId', 'outcome', 'column', 'given', 'taken', 'reason'] as const;

/** What became of every row that was read: counted, and told with its line where it was repaired or rejected. */
export class Report {
  private readonly lines: Line[] = [];
  private readonly counts = new Map<Thing, Totals>();

  /** A row was read and will be sent, or was rejected before. */
  read(thing: Thing): void {
    this.of(thing).read += 1;
  }

  rejected({ file, line, thing, externalId, reason }: Rejection): void {
    this.of(thing).rejected += 1;
    const about = { file, line, thing, externalId: externalId ?? '', outcome: 'REJECTED' as const };
    this.lines.push({ ...about, column: '', given: '', taken: '', reason });
  }

  told(draft: Draft<unknown>, { status, problem }: Pick<RowOutcome, 'status' | 'problem'>): void {
    if (status === 'REFUSED') return this.rejected({ ...draft, reason: problem ?? 'refused' });
    const { file, line, thing, externalId, repairs } = draft;
    this.of(thing)[status === 'RECORDED' ? 'recorded' : 'already'] += 1;
    if (repairs.length > 0) this.of(thing).repaired += 1;
    for (const { column, given, taken, rule } of repairs)
      this.lines.push({ file, line, thing, externalId, outcome: status, column, given, taken, reason: rule });
  }

  /** By thing, in the order in which they were read first. */
  totals(): ReadonlyMap<Thing, Totals> {
    return this.counts;
  }

  get anyRejected(): boolean {
    return [...this.counts.values()].some(({ rejected }) => rejected > 0);
  }

  /** Rows that were read and not sent, because somebody stopped it. */
  get unsent(): number {
    return [...this.counts.values()].reduce(
      (sum, { read, recorded, already, rejected }) => sum + read - recorded - already - rejected,
      0,
    );
  }

  /** Every repaired or rejected row as CSV, in the order of the files. */
  csv(): string {
    const sorted = [...this.lines].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
    return [header, ...sorted.map((line) => header.map((column) => String(line[column])))]
      .map((cells) => `${cells.map(quoted).join(',')}\n`)
      .join('');
  }

  write(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, this.csv());
  }

  private of(thing: Thing): Totals {
    const totals = this.counts.get(thing) ?? { read: 0, recorded: 0, already: 0, rejected: 0, repaired: 0 };
    this.counts.set(thing, totals);
    return totals;
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
