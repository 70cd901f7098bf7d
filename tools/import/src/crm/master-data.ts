import { createHash } from 'node:crypto';
import type { MoneyJson } from '@fivepoint/kernel';
import { type Named, NameIndex } from '../cells/names';
import { type CellStyle, RowReader } from '../cells/row-reader';
import type { Table } from '../cells/table';
import type { TextCell } from '../mapping/cells';
import type { AccountLevel, CrmMapping } from '../mapping/crm-mapping';
import { type Draft, type Plan, TablePlan } from '../plan';

type Section<K extends 'products' | 'reps' | 'accounts'> = NonNullable<CrmMapping[K]>;

export interface ProductRow extends Named {
  series: string | null;
  listPrice: MoneyJson | null;
}

export interface RepRow extends Named {
  team: string;
  managerExternalId: string | null;
  email: string | null;
  userId: string | null;
}

export interface AccountRow extends Named {
  level: AccountLevel;
  industry: string | null;
  parentExternalId: string | null;
  /** The rep's id in the older system; it is known here only once the rep is recorded. */
  ownerExternalId: string | null;
}

export function planProducts({ fields, distinct }: Section<'products'>, table: Table, style: CellStyle) {
  return new TablePlan<ProductRow>(table, style, 'product', distinct).each((reader) => {
    const named = readNamed(reader, fields);
    const [series, listPrice] = [reader.text(fields.series), reader.amount(fields.listPrice)];
    return { externalId: named.externalId, row: isNamed(named) ? { ...named, series, listPrice } : null };
  });
}

/** A rep's id where the older system gives none: made of the name, the same on every run, and nobody's name. */
export function repIdOf(system: string, name: string): string {
  return `rep-${createHash('sha256').update(`${system}\n${name}`).digest('hex').slice(0, 24)}`;
}

/** The reps of the file, and those whom it names as managers only: they are registered, too, in the team of the first who names them. */
export function planReps(
  system: string,
  { fields, distinct }: Section<'reps'>,
  table: Table,
  style: CellStyle,
): Plan<RepRow> {
  const identified = (reader: RowReader): Partially<Named> => {
    const name = reader.required(fields.name, reader.text(fields.name));
    const { externalId } = fields;
    if (externalId) return { name, externalId: reader.required(externalId, reader.text(externalId)) };
    return { name, externalId: name && repIdOf(system, name) };
  };
  const index = new NameIndex(
    namesIn(table, style, identified),
    fields.manager?.ignore ?? [],
    fields.manager?.by ?? 'name',
  );
  const managers = new Map<string, Draft<RepRow>>();
  const plan = new TablePlan<RepRow>(table, style, 'rep', distinct).each((reader, { line }) => {
    const named = identified(reader);
    const team = reader.required(fields.team, reader.text(fields.team));
    const [email, userId] = [reader.text(fields.email), reader.text(fields.userId)];
    const register = (name: string): Named => {
      const boss = { name, externalId: repIdOf(system, name) };
      const row = { ...boss, team: team ?? '', managerExternalId: null, email: null, userId: null };
      if (team !== null && !managers.has(name))
        managers.set(name, { file: table.file, line, thing: 'rep', externalId: boss.externalId, repairs: [], row });
      return boss;
    };
    const byName = fields.manager?.by === 'name';
    const manager = reader.reference<Named>(fields.manager, index, table.file, byName ? register : undefined);
    const rest = { managerExternalId: manager?.externalId ?? null, email, userId };
    return { externalId: named.externalId, row: isNamed(named) && team ? { ...named, team, ...rest } : null };
  });
  return { drafts: [...managers.values(), ...plan.drafts], rejections: plan.rejections };
}

/** @param reps who may own an account */
export function planAccounts(
  { fields, distinct, levels }: Section<'accounts'>,
  table: Table,
  style: CellStyle,
  reps: readonly Named[],
): Plan<AccountRow> {
  const { parent: above, owner: by } = fields;
  const all = namesIn(table, style, (reader) => readNamed(reader, fields));
  const accounts = new NameIndex(all, above?.ignore ?? [], above?.by ?? 'name');
  const owners = new NameIndex(reps, by?.ignore ?? [], by?.by ?? 'name');
  const plan = new TablePlan<AccountRow>(table, style, 'account', distinct).each((reader) => {
    const named = readNamed(reader, fields);
    const parent = reader.reference(above, accounts, table.file);
    const owner = reader.reference(by, owners, "the reps' file");
    const rest = {
      level: reader.choice(fields.level) ?? levels.others,
      industry: reader.text(fields.industry),
      parentExternalId: parent?.externalId ?? null,
      ownerExternalId: owner?.externalId ?? null,
    };
    return { externalId: named.externalId, row: isNamed(named) ? { ...named, ...rest } : null };
  });
  const parents = new Set(plan.drafts.map(({ row }) => row.parentExternalId));
  if (!fields.level) for (const { row } of plan.drafts) if (parents.has(row.externalId)) row.level = levels.parents;
  return plan;
}

type Partially<T> = { [K in keyof T]: T[K] | null };

const isNamed = (named: Partially<Named>): named is Named => named.externalId !== null && named.name !== null;

function readNamed(reader: RowReader, fields: { externalId: TextCell; name: TextCell }): Partially<Named> {
  return {
    externalId: reader.required(fields.externalId, reader.text(fields.externalId)),
    name: reader.required(fields.name, reader.text(fields.name)),
  };
}

/** Everything that a file names, each once: known before its rows are planned, because they refer to each other. */
function namesIn(table: Table, style: CellStyle, read: (reader: RowReader) => Partially<Named>): Named[] {
  const all = new Map<string, Named>();
  for (const row of table.rows) {
    const named = read(new RowReader(row, style));
    if (isNamed(named) && !all.has(named.externalId)) all.set(named.externalId, named);
  }
  return [...all.values()];
}
