import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver, LocalDateResolver, UUIDResolver } from 'graphql-scalars';

const decimal = /^-?\d{1,18}(\.\d{1,6})?$/;

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !decimal.test(text))
    throw new GraphQLError('Decimal must be a string such as "1250000.00": digits, at most one point, no separators', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return text;
}

/** An exact decimal number, as a string: no float ever touches an amount. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as a string, such as "1250000.00" (精确小数). Never a float.',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined,
    ),
});

/** A library's scalar in the house's words. */
const inOurWords = <I, E>(scalar: GraphQLScalarType<I, E>, description: string) =>
  new GraphQLScalarType<I, E>({ ...scalar.toConfig(), description });

export const LocalDateScalar = inOurWords(
  LocalDateResolver,
  "A day of the tenant's calendar, such as 2026-03-31 (日期).",
);

export const DateTime = inOurWords(
  DateTimeResolver,
  'An instant in UTC, RFC 3339, such as 2026-03-31T02:00:00Z (时间).',
);

/** Whatever case an id is written in, it is one and the same. */
export const UUID = new GraphQLScalarType<string, string>({
  ...UUIDResolver.toConfig(),
  description: 'An id, such as 019b8b80-0000-7000-8000-000000000001 (标识).',
  parseValue: (value) => String(UUIDResolver.parseValue(value)).toLowerCase(),
  parseLiteral: (node, variables) => String(UUIDResolver.parseLiteral(node, variables)).toLowerCase(),
});
