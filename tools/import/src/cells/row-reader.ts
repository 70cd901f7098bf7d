import { type LocalDate, Money, type MoneyJson } from '@fivepoint/kernel';
import type { AmountCell, ChoiceCell, DateCell, ReferenceCell, TextCell } from '../mapping/cells';
import { type AmountStyle, plainAmount } from './amounts';
import { type DateReader, dateReader } from './dates';
import type { Named, NameIndex } from './names';
import type { Row } from './table';

/** One cell that was read as something else than it says, by a rule of the mapping. */
export interface Repair {
  column: string;
  given: string;
  taken: string;
  rule: string;
}

/** How the cells of one export are written. */
export interface CellStyle {
  dates: string;
  amounts: AmountStyle & { currency: string };
  empty: readonly string[];
}

const readers = new Map<string, DateReader>();

/** Reads the cells of one row by the rules of a mapping; collects what it repaired, and everything that is wrong. */
export class RowReader {
  readonly problems: string[] = [];
  readonly repairs: Repair[] = [];

  constructor(
    private readonly row: Row,
    private readonly style: CellStyle,
  ) {}

  text(cell: TextCell | undefined): string | null {
    if (!cell) return null;
    const text = this.replaced(cell) || this.assumed(cell);
    return text === null ? null : cell.prefix + text;
  }

  date(cell: DateCell | undefined): LocalDate | null {
    if (!cell) return null;
    const given = this.given(cell.column);
    if (given === '') return this.assumed(cell) as LocalDate | null;
    const format = cell.format ?? this.style.dates;
    const reader = readers.get(format) ?? dateReader(format);
    readers.set(format, reader);
    const date = reader(given);
    if (date === null) this.problem(cell.column, `"${given}" is no day written ${format}`);
    return date;
  }

  /** An amount that its currency can hold. */
  amount(cell: AmountCell | undefined): MoneyJson | null {
    const given = cell ? this.given(cell.column) : '';
    if (!cell || given === '') return null;
    const { amounts } = this.style;
    const plain = plainAmount(given, amounts, cell.unit);
    if (plain === null) {
      this.problem(cell.column, `"${given}" is no amount written like 1${amounts.group ?? ''}234${amounts.point}50`);
      return null;
    }
    try {
      return Money.parse(plain, cell.currency ?? amounts.currency).toJSON();
    } catch (error) {
      this.problem(cell.column, (error as Error).message);
      return null;
    }
  }

  choice<V extends string>(cell: ChoiceCell<V> | undefined): V | null {
    if (!cell) return null;
    const given = this.given(cell.column);
    if (given === '') return this.assumed(cell) as V | null;
    const value = Object.hasOwn(cell.map, given) ? cell.map[given] : undefined;
    if (value === undefined)
      this.problem(cell.column, `"${given}" is not in the mapping, which has ${listed(Object.keys(cell.map))}`);
    return value ?? null;
  }

  /**
   * What a cell refers to; null where it is empty, and, with a problem, where that cannot be told.
   * @param otherwise gives what a text refers to that is not there; without it, that is a problem
   */
  reference<T extends Named>(
    cell: ReferenceCell | undefined,
    index: NameIndex<T>,
    where: string,
    otherwise?: (text: string) => T,
  ): T | null {
    if (!cell) return null;
    const bare = this.replaced(cell);
    if (bare === '') return null;
    const text = cell.prefix + bare;
    const found = index.find(text);
    if (found.kind === 'none' && otherwise) return otherwise(text);
    if (found.kind === 'repaired') {
      const taken = found.named[cell.by];
      this.repairs.push({ column: cell.column, given: text, taken, rule: `differs only in ${listed(cell.ignore)}` });
    }
    if (found.kind === 'ambiguous')
      this.problem(
        cell.column,
        `"${text}" may be ${listed(
          found.names.map((name) => `"${name}"`),
          'or',
        )} of ${where}`,
      );
    if (found.kind === 'none') this.problem(cell.column, `"${text}" is not in ${where}`);
    return found.kind === 'exact' || found.kind === 'repaired' ? found.named : null;
  }

  /** The value, or a problem where there is none. */
  required<T>(cell: { column: string }, value: T | null): T | null {
    if (value === null && this.given(cell.column) === '') this.problem(cell.column, 'must not be empty');
    return value;
  }

  problem(column: string, message: string): void {
    this.problems.push(`${column}: ${message}`);
  }

  private given(column: string): string {
    const cell = this.row.cells.get(column) ?? '';
    return this.style.empty.includes(cell) ? '' : cell;
  }

  private replaced({ column, replace }: { column: string; replace: Record<string, string> }): string {
    const given = this.given(column);
    const taken = Object.hasOwn(replace, given) ? replace[given] : undefined;
    if (taken === undefined || taken === given) return given;
    this.repairs.push({ column, given, taken, rule: 'replaced, as the mapping says' });
    return taken;
  }

  private assumed({ column, whenEmpty }: { column: string; whenEmpty: string | null }): string | null {
    if (whenEmpty !== null)
      this.repairs.push({ column, given: '', taken: whenEmpty, rule: 'empty, and taken as the mapping says' });
    return whenEmpty;
  }
}

const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
