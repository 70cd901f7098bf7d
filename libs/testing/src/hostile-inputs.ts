import { uuidv7 } from '@fivepoint/kernel';
import type { GraphAnswer } from './graph-client';
import type { ServiceUnderTest } from './service-under-test';

interface Type {
  kind: string;
  name: string | null;
  ofType: Type | null;
}

interface Field {
  name: string;
  type: Type;
}

interface Described {
  name: string;
  inputFields: Field[] | null;
  enumValues: { name: string }[] | null;
}

type Types = ReadonlyMap<string, Described>;

interface Introspected {
  __schema: { mutationType: { fields: (Field & { args: Field[] })[] }; types: Described[] };
}

const nested = Array.from({ length: 4 }).reduce<string>((inner) => `kind name ofType { ${inner} }`, 'kind name');
const introspection = `{ __schema { mutationType { fields { name type { ${nested} } args { name type { ${nested} } } } }
  types { name inputFields { name type { ${nested} } } enumValues { name } } } }`;

/** Values of their type that nobody means, and some that are none of it. */
const hostile: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', ' \n', 'x'.repeat(100_000), '😀'.repeat(200), "'; --", '%'],
  Int: [0, -1, 2_147_483_647, -2_147_483_648, 1e30, 1.5],
  Decimal: ['0', '-1', '999999999999999999.999999', '92233720368547758.07', `1${'0'.repeat(30)}`, 1e30],
  LocalDate: ['0001-01-01', '9999-12-31', '99999-01-01', '2026-02-30'],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  UUID: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'x'],
};

/**
 * Good values by the names of fields, wherever they stand: ids of what is there, days, texts that have a form. A function makes its value, and is
 * asked only for a command that has a field of that name.
 */
export type GoodValues = Readonly<Record<string, unknown>>;

type Path = readonly (string | number)[];

/**
 * Sends every command of a service every hostile value in every field, one at a time, where all other values are good. Returns those that were
 * neither done nor refused in the graph's words, one line each; and the commands that are not done with good values alone, before and after, for
 * what is refused anyway says nothing about the value.
 * @param good made once for a command that can be done again with them, and otherwise anew whenever it was done
 */
export async function unansweredInputs(
  service: ServiceUnderTest,
  good: (mutation: string) => GoodValues | Promise<GoodValues>,
): Promise<string[]> {
  const graph = await service.as();
  const { __schema } = await graph.query<Introspected>(introspection);
  const types = new Map(__schema.types.map((type) => [type.name, type]));
  const problems: string[] = [];
  for (const { name, type, args } of __schema.mutationType.fields) {
    const input = args.find((argument) => argument.name === 'input')?.type;
    if (!input || name.endsWith('ParkedEvent')) continue;
    const bulk = named(type).name === 'BulkPayload';
    const command = `mutation ($input: ${named(input).name}!) { ${name}(input: $input) {
      ${bulk ? 'rows { code problem }' : '__typename ... on DomainError { code message }'} } }`;
    const send = async (sent: unknown) => graph.raw<Record<string, Answer | null>>(command, { input: sent });
    const isDone = ({ errors, data }: Sent) => !errors && refusalsOf(data?.[name]).length === 0;
    const wanted = namesIn(types, input);
    const makeValues = async () => await made(await good(name), wanted);
    let values = await makeValues();
    const sound = () => sample(types, input, values, 'input') as object;
    const sendSound = async () => {
      const answer = await send(sound());
      if (isDone(answer)) return;
      const problem = `${name} is not done with good values: ${JSON.stringify(answer)}`;
      problems.push(`${problem} (its good values are given in \`good\` of this spec)`);
    };

    await sendSound();
    const again = isDone(await send(sound()));
    let spent = !again;
    for (const [path, hostileValues] of places(types, input, [])) {
      let others = sound();
      for (const value of hostileValues) {
        if (spent) {
          values = await makeValues();
          others = sound();
        }
        const answer = await send(withValue(withNewKey(others), path, value));
        spent = !again && isDone(answer);
        const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);
        if (codes.length > 0 ? codes.some((code) => code !== 'BAD_USER_INPUT') : !answer.data?.[name])
          problems.push(`${name} ${path.join('.')} = ${told(value)}: ${JSON.stringify(answer)}`);
      }
    }
    if (spent) values = await makeValues();
    await sendSound();
  }
  return problems;
}

async function made(good: GoodValues, wanted: ReadonlySet<string>): Promise<GoodValues> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(good))
    if (wanted.has(name)) values[name] = typeof value === 'function' ? await (value as () => unknown)() : value;
  return values;
}

/** The names of all fields within an input. */
function namesIn(types: Types, type: Type, names = new Set<string>()): ReadonlySet<string> {
  for (const field of types.get(named(type).name ?? '')?.inputFields ?? []) {
    names.add(field.name);
    namesIn(types, field.type, names);
  }
  return names;
}

type Sent = GraphAnswer<Record<string, Answer | null>>;
type Answer = { code?: string } | { rows: { code: string | null }[] };

const refusalsOf = (answer: Answer | null | undefined): unknown[] =>
  answer && 'rows' in answer ? answer.rows.filter(({ code }) => code !== null) : answer && !answer.code ? [] : [answer];

const told = (value: unknown): string => JSON.stringify(value).slice(0, 40);

const named = (type: Type): Type => (type.ofType ? named(type.ofType) : type);

/** A value of the type for a field of that name, with every field that it can have. */
function sample(types: Types, type: Type, good: GoodValues, name: string): unknown {
  if (type.kind === 'NON_NULL' && type.ofType) return sample(types, type.ofType, good, name);
  if (Object.hasOwn(good, name)) return good[name];
  if (type.kind === 'LIST' && type.ofType) return [sample(types, type.ofType, good, name)];
  const { inputFields, enumValues } = types.get(type.name ?? '') ?? {};
  if (inputFields)
    return Object.fromEntries(inputFields.map((field) => [field.name, sample(types, field.type, good, field.name)]));
  if (enumValues?.[0]) return enumValues[0].name;
  const plain: GoodValues = {
    String: name === 'currency' ? 'CNY' : `text ${uuidv7()}`,
    Int: 12,
    Boolean: true,
    Decimal: '100.00',
    UUID: uuidv7(),
  };
  return plain[type.name ?? ''] ?? null;
}

/** The key of a command that was done already would be refused with another value beside it. */
const withNewKey = (input: object): object =>
  'idempotencyKey' in input ? { ...input, idempotencyKey: uuidv7() } : input;

/** Every place of a value in an input, with its hostile values. */
function places(types: Types, type: Type, path: Path): [path: Path, values: readonly unknown[]][] {
  if (type.kind === 'NON_NULL' && type.ofType) return places(types, type.ofType, path);
  if (type.kind === 'LIST' && type.ofType) return [[path, [[]]], ...places(types, type.ofType, [...path, 0])];
  const fields = types.get(type.name ?? '')?.inputFields;
  if (fields) return fields.flatMap((field) => places(types, field.type, [...path, field.name]));
  return [[path, hostile[type.name ?? ''] ?? []]];
}

function withValue(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(input))
    return input.map((one, index): unknown => (index === step ? withValue(one, rest, value) : one));
  return { ...(input as object), [step]: withValue((input as Record<string, unknown>)[step], rest, value) };
}
