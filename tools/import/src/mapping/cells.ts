import { z } from 'zod';
import { units } from '../cells/amounts';
import { dateReader } from '../cells/dates';
import { differences } from '../cells/names';

/** Most cells need no more than the name of their column: `"name": "account"` is `"name": { "column": "account" }`. */
const orColumn = <S extends z.ZodType>(cell: S) =>
  z.preprocess((value) => (typeof value === 'string' ? { column: value } : value), cell);

const column = z.string({ error: 'must be the name of a column' }).min(1);
const replace = z.record(z.string(), z.string()).default({});
const iso = z.iso.date({ error: 'must be a real day such as 2017-12-31' });

export const textCell = orColumn(
  z.strictObject({
    column,
    /** What stands for something else, such as a typing error: text as it is → text as it should be. */
    replace,
    /** Set before the text; ids of several systems are kept apart by it. */
    prefix: z.string().default(''),
    /** What an empty cell means. */
    whenEmpty: z.string().min(1).nullable().default(null),
  }),
);

export const dateFormat = z.string().superRefine((format, context) => {
  try {
    dateReader(format);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

export const dateCell = orColumn(
  z.strictObject({ column, format: dateFormat.nullable().default(null), whenEmpty: iso.nullable().default(null) }),
);

export const amountCell = orColumn(
  z.strictObject({
    column,
    unit: z.enum(Object.keys(units) as (keyof typeof units)[]).default('ones'),
    /** ISO 4217; null takes the mapping's own. */
    currency: z.string().length(3).nullable().default(null),
  }),
);

/** A cell with few words, each of which means one of ours. */
export const choiceCell = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.strictObject({
    column,
    map: z.record(z.string(), z.enum(values)),
    whenEmpty: z.enum(values).nullable().default(null),
  });

/** A cell that names something of another file. */
export const referenceCell = orColumn(
  z.strictObject({
    column,
    by: z.enum(['name', 'externalId']).default('name'),
    /** In what its spelling may differ from the name that is meant; the row is then repaired. */
    ignore: z.array(z.enum(differences)).default([]),
    replace,
    /** The same as in the ids that are referred to. */
    prefix: z.string().default(''),
  }),
);

export type TextCell = z.output<typeof textCell>;
export type DateCell = z.output<typeof dateCell>;
export type AmountCell = z.output<typeof amountCell>;
export type ReferenceCell = z.output<typeof referenceCell>;
export interface ChoiceCell<V extends string> {
  column: string;
  map: Record<string, V>;
  whenEmpty: V | null;
}

/** What every mapping begins with. */
export const head = {
  /** Names the import: its report, its reps. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'must be like my-crm: small letters, digits, hyphens' }),
  description: z.string().default(''),
  encoding: z.string().default('utf-8').refine(isEncoding, { error: 'must be an encoding such as utf-8 or gb18030' }),
  delimiter: z.string().min(1).max(3).default(','),
  dates: dateFormat,
  amounts: z.strictObject({
    currency: z.string().length(3, { error: 'must be an ISO 4217 code such as USD' }),
    point: z.string().length(1).default('.'),
    group: z.string().length(1).nullable().default(null),
    symbols: z.array(z.string().min(1)).default([]),
  }),
  /** Texts that mean: nothing. */
  empty: z.array(z.string()).default([]),
};

/** Columns that are known and not imported, each with the reason. */
export const leftOut = z.record(z.string(), z.string()).default({});

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
