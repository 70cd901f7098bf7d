import { Money, type MoneyJson } from '@fivepoint/kernel';
import { ArrayMaxSize } from 'class-validator';
import { type ClassType, Field } from 'type-graphql';
import { In, type ObjectLiteral } from 'typeorm';
import type { EntityClass } from '../database/classes';
import { InputProblem } from '../graph/refusals';
import type { Command } from './command';

/** The most rows that one bulk command takes. */
const mostRows = 500;

/** The one field of a bulk command's input: `@PastRows(() => PastDealRow) rows!: PastDealRow[]`. */
export const PastRows =
  (row: () => ClassType): PropertyDecorator =>
  (target, property) => {
    Field(() => [row()], { description: `At most ${mostRows} (各行).` })(target, property);
    const message = `rows may be at most ${mostRows}; send the rest in further calls`;
    ArrayMaxSize(mostRows, { message })(target, property);
  };

/** Finds the ids that things of the kind have here, by the ids that they had in the older system. */
export const recordedAs =
  ({ manager, tenantId }: Command, entity: EntityClass & (new () => ObjectLiteral & Past)) =>
  async (externalIds: string[]): Promise<Map<string, string>> => {
    const there = await manager.findBy(entity, { tenantId, externalId: In(externalIds) });
    return new Map(there.map(({ externalId, id }) => [externalId ?? '', id]));
  };

interface Past {
  id: string;
  externalId: string | null;
}

/** What is wrong with the texts of a row: each has 1 to 200 characters, and the optional ones may be left out. Pure. */
export function textProblems(
  row: object,
  required: readonly string[],
  optional: readonly string[] = [],
): InputProblem[] {
  return [...required, ...optional].flatMap((path) => {
    const text: unknown = Reflect.get(row, path) ?? null;
    if (text === null && optional.includes(path)) return [];
    if (typeof text !== 'string' || text.trim() === '') return [new InputProblem(path, 'must not be empty')];
    return text.length > 200 ? [new InputProblem(path, 'may have at most 200 characters')] : [];
  });
}

/** What is wrong with an amount of a row: it is none that its currency can hold, or less than it may be. Pure. */
export function amountProblems(
  path: string,
  amount: MoneyJson,
  must: 'not be negative' | 'be more than zero',
): InputProblem[] {
  try {
    const { minor } = Money.from(amount);
    const enough = must === 'not be negative' ? minor >= 0n : minor > 0n;
    return enough ? [] : [new InputProblem(path, `must ${must}`)];
  } catch (error) {
    if (error instanceof RangeError) return [new InputProblem(path, error.message)];
    throw error;
  }
}
