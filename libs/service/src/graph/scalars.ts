import { parseLocalDate } from '@fivepoint/kernel';
import { GraphQLError, GraphQLScalarType, type GraphQLSchema, isScalarType, Kind } from 'graphql';
import { DateTimeResolver, LocalDateResolver, UUIDResolver } from 'graphql-scalars';

const decimal = /^-?\d{1,18}(\.\d{1,6})?$/;

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !decimal.test(text))
    throw mustBe(
      'Decimal must be a string such as "1250000.00": at most 18 digits, with or without a point and at most 6 behind it; no separators, no exponent',
    );
  return text;
}

/** An exact decimal number, as a string: no float ever touches an amount. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as "1250000.00", of at most 18 digits before the point and 6 after it; never a float (精确小数).',
  serialize: (value) => String(value),
  parseValue: parseDecimal,
  parseLiteral: (node) =>
    parseDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined,
    ),
});

/** A library's scalar in the house's words, which say what is right and never what was wrong. */
function inOurWords<I, E>(
  scalar: GraphQLScalarType<I, E>,
  description: string,
  right: string,
  ours: (value: I) => I,
): GraphQLScalarType<I, E> {
  const spoken = (parse: () => I): I => {
    try {
      return ours(parse());
    } catch {
      throw mustBe(`${scalar.name} must be ${right}`);
    }
  };
  return new GraphQLScalarType<I, E>({
    ...scalar.toConfig(),
    description,
    parseValue: (value) => spoken(() => scalar.parseValue(value)),
    parseLiteral: (node, variables) => spoken(() => scalar.parseLiteral(node, variables)),
  });
}

function mustBe(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

export const LocalDateScalar = inOurWords(
  LocalDateResolver,
  "A day of the tenant's calendar, such as 2026-03-31 (日期).",
  'a real day written YYYY-MM-DD, such as 2026-03-31, in the years 0001 to 9999',
  parseLocalDate,
);

export const DateTime = inOurWords(
  DateTimeResolver,
  'An instant in UTC, RFC 3339, such as 2026-03-31T02:00:00Z (时间).',
  'an instant in RFC 3339, such as 2026-03-31T02:00:00Z, in the years 0001 to 9999',
  (instant) => {
    parseLocalDate(instant.toISOString().slice(0, 10));
    return instant;
  },
);

/** Whatever case an id is written in, it is one and the same. */
export const UUID = inOurWords(
  UUIDResolver,
  'An id, such as 019b8b80-0000-7000-8000-000000000001 (标识).',
  'a UUID, such as 019b8b80-0000-7000-8000-000000000001',
  (id) => String(id).toLowerCase(),
);

/** The scalars of the house, the same in every service. */
export const sharedScalars: readonly GraphQLScalarType[] = [DateTime, Decimal, LocalDateScalar, UUID];

/** Lets a schema that was read from a text, where a scalar is a name that takes anything, look at its variables as a service would. */
export function readVariablesOf(schema: GraphQLSchema): void {
  for (const { name, parseValue } of sharedScalars) {
    const type = schema.getType(name);
    if (isScalarType(type)) type.parseValue = parseValue;
  }
}
