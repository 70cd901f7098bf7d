import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { reasonOf } from '../reason-of';

/** One row of a file: its cells by the name of their column, blanks around them taken away, and the line on which it begins. */
export interface Row {
  line: number;
  cells: ReadonlyMap<string, string>;
}

export interface Table {
  /** The file's name, as reports show it. */
  file: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** Rows that do not fit under the header: nobody can tell which cell is which. */
  broken: readonly { line: number; reason: string }[];
}

/** A file that cannot be read as a whole; nothing of it is imported. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

export interface TableStyle {
  /** As WHATWG names encodings: utf-8, gb18030, windows-1252. */
  encoding: string;
  delimiter: string;
}

export function readTable(path: string, style: TableStyle): Table {
  const file = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UnreadableFile(`${path} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  let text: string;
  try {
    text = new TextDecoder(style.encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(`${path} is not written in ${style.encoding}; say in the mapping's encoding which it is`);
  }
  return parseTable(file, text, style.delimiter);
}

/** A table from its text; pure. Any of the three line ends will do, also mixed. Throws UnreadableFile with the line. */
export function parseTable(file: string, text: string, delimiter: string): Table {
  const [header, ...records] = recordsOf(file, text, delimiter);
  if (!header) throw new UnreadableFile(`${file} is empty; its first line must name the columns`);
  const columns = header.cells;
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice !== undefined) throw new UnreadableFile(`${file} has the column "${twice}" twice; rename one of them`);
  const rows: Row[] = [];
  const broken: { line: number; reason: string }[] = [];
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell === '')) continue;
    const used = cells.length - [...cells].reverse().findIndex((cell) => cell !== '');
    if (cells.length < columns.length || used > columns.length)
      broken.push({ line, reason: `has ${cells.length} cells where the header has ${columns.length}` });
    else rows.push({ line, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) });
  }
  return { file, columns, rows, broken };
}

interface TableRecord {
  line: number;
  cells: string[];
}

function recordsOf(file: string, text: string, delimiter: string): TableRecord[] {
  try {
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      // The parser counts lines up to the record's end, and cells in quotes may have several.
      line: info.lines - record.reduce((lines, cell) => lines + cell.split('\n').length - 1, 0),
      cells: record.map((cell) => cell.trim()),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(`${file} is no table: ${error.message}`);
  }
}
