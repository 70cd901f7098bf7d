import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { containing } from './containing';
import { WrongInput } from './errors';
import { InputProblem } from './refusals';
import { asKept, composed } from './trimmed-texts';

/** How one field of a filter narrows the rows `e`; `name` is the field's, for the parameter. */
export type Condition<V> = (query: SelectQueryBuilder<ObjectLiteral>, value: V, name: string) => unknown;

/** A condition for each field of a filter: the compiler asks for every one. */
export type Conditions<F extends object> = { readonly [K in keyof F]-?: Condition<NonNullable<F[K]>> };

const compared =
  (property: string, sign: string) =>
  (query: SelectQueryBuilder<ObjectLiteral>, value: unknown, name: string): unknown =>
    query.andWhere(`e.${property} ${sign} :filter_${name}`, { [`filter_${name}`]: value });

/** Has this value; of a text, what would be kept of it. */
export const is = (property: string): Condition<unknown> => {
  const equal = compared(property, '=');
  return (query, value, name) => equal(query, typeof value === 'string' ? asKept(value) : value, name);
};

/** From this value on, itself included. */
export const from = (property: string): Condition<string> => compared(property, '>=');

/** Up to this value, itself included. */
export const to = (property: string): Condition<string> => compared(property, '<=');

/** Has one of these values; none of an empty list. */
export const among =
  (property: string): Condition<readonly unknown[]> =>
  (query, values, name) =>
    query.andWhere(`e.${property} = any(:filter_${name})`, { [`filter_${name}`]: values });

/** True: has a value; false: has none. */
export const has =
  (property: string): Condition<boolean> =>
  (query, there) =>
    query.andWhere(`e.${property} is ${there ? 'not ' : ''}null`);

/** Contains the text, in upper or lower case and in whatever way it is written; what would be a wildcard in it stands for itself. */
export const contains = (property: string): Condition<string> => {
  const like = compared(property, 'ilike');
  return (query, text, name) => like(query, containing(composed(text)), name);
};

/** True: the SQL condition on `e` holds; false: it does not. */
export const holds =
  (condition: string): Condition<boolean> =>
  (query, wanted) =>
    query.andWhere(wanted ? `(${condition})` : `not (${condition})`);

/**
 * Narrows by all the fields that are given: absent and null mean all. What is `…From` and `…To` is a span; BAD_USER_INPUT for one that ends
 * before it begins, which could only ever find nothing.
 */
export function narrow<F extends object>(
  query: SelectQueryBuilder<ObjectLiteral>,
  filter: F | null | undefined,
  conditions: Conditions<F> | undefined,
): void {
  const given = (name: string): unknown => (filter ? Reflect.get(filter, name) : null);
  for (const [name, condition] of Object.entries<Condition<never>>(conditions ?? {})) {
    const value = given(name);
    const [begin, end] = name.endsWith('From') ? [value, given(name.replace(/From$/, 'To'))] : [];
    if (typeof begin === 'string' && typeof end === 'string' && begin > end)
      throw new WrongInput([
        new InputProblem(`filter.${name.replace(/From$/, 'To')}`, `must not be before ${name}, ${begin}`),
      ]);
    if (value !== null && value !== undefined) condition(query, value as never, name);
  }
}
