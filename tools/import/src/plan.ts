import { type CellStyle, type Repair, RowReader } from './cells/row-reader';
import type { Row, Table } from './cells/table';

/** What is imported, as reports name it. */
export const things = ['product', 'rep', 'account', 'lead', 'deal', 'invoice', 'opportunity'] as const;
export type Thing = (typeof things)[number];

/** Where something stands in the files. */
export interface Place {
  file: string;
  line: number;
}

/** One row that can be sent, as soon as the ids of what it refers to are known. */
export interface Draft<R> extends Place {
  thing: Thing;
  /** Its id in the older system. */
  externalId: string;
  repairs: readonly Repair[];
  row: R;
}

/** One row that cannot be sent, with everything that is wrong with it. */
export interface Rejection extends Place {
  thing: Thing;
  externalId: string | null;
  reason: string;
}

export interface Plan<R> {
  drafts: Draft<R>[];
  rejections: Rejection[];
}

/** Plans the rows of one table, each by itself, and in the order of the file. */
export class TablePlan<R> implements Plan<R> {
  readonly drafts: Draft<R>[] = [];
  readonly rejections: Rejection[] = [];
  private readonly lines = new Map<string, number>();

  /** @param distinct whether rows with an id that has been there speak of the same thing; otherwise they are rejected. */
  constructor(
    private readonly table: Table,
    private readonly style: CellStyle,
    private readonly thing: Thing,
    private readonly distinct = false,
  ) {
    for (const { line, reason } of table.broken) this.reject(line, null, [reason]);
  }

  /** Reads every row: `read` gives its id and what to send, or null where the reader has collected why it cannot. */
  each(read: (reader: RowReader, row: Row) => { externalId: string | null; row: R | null; thing?: Thing }): this {
    for (const row of this.table.rows) {
      const reader = new RowReader(row, this.style);
      const { externalId, row: sent, thing = this.thing } = read(reader, row);
      const before = externalId === null ? undefined : this.lines.get(externalId);
      if (before !== undefined && this.distinct) continue;
      if (before !== undefined) reader.problems.unshift(`its id is that of line ${before}, and must be its own`);
      else if (externalId !== null) this.lines.set(externalId, row.line);
      if (reader.problems.length > 0 || externalId === null || sent === null)
        this.reject(row.line, externalId, reader.problems, thing);
      else
        this.drafts.push({
          file: this.table.file,
          line: row.line,
          thing,
          externalId,
          repairs: reader.repairs,
          row: sent,
        });
    }
    return this;
  }

  private reject(line: number, externalId: string | null, problems: readonly string[], thing = this.thing): void {
    this.rejections.push({ file: this.table.file, line, thing, externalId, reason: problems.join('; ') });
  }
}
