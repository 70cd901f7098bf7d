import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** One root field as an operation of its own, with as few arguments as it takes. */
export interface Door {
  /** `deal`, `signContract`, `_entities(Deal)` */
  name: string;
  kind: 'query' | 'mutation';
  /** Whose id it asks for, where it asks for one thing by its id: the `Deal` of `deal(id:)`. */
  of: string | null;
  /** An entity that this service only points to: there is its id, and nothing else to see. */
  stub: boolean;
  /** The operation for this id, wherever an id is wanted, with `__typename`. */
  asked(id: string): string;
  /** Everything that lies within two steps, in as many operations as it takes to stay within what the gateway allows of one. */
  everything(id: string): string[];
}

/** Every way into a schema: each root field, and `_entities` once for each entity. */
export function doorsOf(schema: GraphQLSchema): Door[] {
  const doors: Door[] = [];
  for (const kind of ['query', 'mutation'] as const) {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    for (const field of Object.values(root?.getFields() ?? {}))
      if (field.name === '_entities') doors.push(...entityDoors(schema));
      else if (!field.name.startsWith('_')) doors.push(rootDoor(schema, kind, field));
  }
  return doors;
}

function rootDoor(schema: GraphQLSchema, kind: Door['kind'], field: Field): Door {
  const type = getNamedType(field.type);
  const byId = field.args.some(({ name }) => name === 'id');
  return {
    name: field.name,
    kind,
    of: byId ? type.name : null,
    stub: false,
    asked: (id) => `${kind} { ${field.name}${argumentsOf(field, id)} ${selection(schema, field, id, 0)} }`,
    everything: (id) =>
      isCompositeType(type)
        ? partsOf(schema, type.name, id, 2).map(
            (part) => `${kind} { ${field.name}${argumentsOf(field, id)} { ${part} } }`,
          )
        : [`${kind} { ${field.name}${argumentsOf(field, id)} }`],
  };
}

function entityDoors(schema: GraphQLSchema): Door[] {
  const entities = schema.getType('_Entity');
  if (!isUnionType(entities)) throw new Error('_entities without the union of entities');
  return entities.getTypes().map((entity) => {
    const ask = (id: string, fields: string) => `query {
      _entities(representations: [{ __typename: "${entity.name}", id: "${id}" }]) {
        __typename ... on ${entity.name} { ${fields} }
      } }`;
    return {
      name: `_entities(${entity.name})`,
      kind: 'query',
      of: entity.name,
      stub: Object.keys(entity.getFields()).join() === 'id',
      asked: (id) => ask(id, '__typename'),
      everything: (id) => partsOf(schema, entity.name, id, 2).map((part) => ask(id, part)),
    };
  });
}

function argumentsOf({ args }: Field, id: string): string {
  const wanted = args
    .filter((argument) => isRequiredArgument(argument) || argument.name === 'first')
    .map(({ name, type }) => `${name}: ${valueFor(type, id)}`);
  return wanted.length > 0 ? `(${wanted.join(', ')})` : '';
}

const values: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  String: '"CNY"',
  Decimal: '"1.00"',
  LocalDate: '"2026-01-31"',
  DateTime: '"2026-01-31T00:00:00Z"',
};

/** A value that a type takes; whether the business takes it is another matter. */
function valueFor(type: GraphQLInputType, id: string): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${valueFor(bare.ofType as GraphQLInputType, id)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? '';
  if (isInputObjectType(bare)) {
    const wanted = Object.values(bare.getFields()).filter(isRequiredInputField);
    return `{ ${wanted.map((field) => `${field.name}: ${valueFor(field.type, id)}`).join(', ')} }`;
  }
  if (getNamedType(type).name === 'UUID') return `"${id}"`;
  const value = values[getNamedType(type).name];
  if (value === undefined) throw new Error(`no value is known yet for the type ${String(type)}: say one here`);
  return value;
}

function selection(schema: GraphQLSchema, field: Field, id: string, steps: number): string {
  const type = getNamedType(field.type);
  return isCompositeType(type) ? `{ ${fieldsOf(schema, type.name, id, steps)} }` : '';
}

/** All fields of an object type that can be read within so many steps, of pages one row; a page is no step. */
const fieldsOf = (schema: GraphQLSchema, name: string, id: string, steps: number): string =>
  eachFieldOf(schema, name, id, steps).join(' ');

function eachFieldOf(schema: GraphQLSchema, name: string, id: string, steps: number): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type) || steps === 0) return ['__typename'];
  return Object.values(type.getFields())
    .filter((field) => field.name !== 'edges')
    .map((field) => {
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return `${field.name}${argumentsOf(field, id)}`;
      const within = inner.name.endsWith('Connection') ? steps : steps - 1;
      return `${field.name}${argumentsOf(field, id)} ${selection(schema, field, id, within)}`;
    });
}

/** The gateway takes 2,000 of an operation. */
const tokensAtMost = 1_500;

/** The same fields in parts, none of them too long for one operation; of a list the rows are what is long. */
function partsOf(schema: GraphQLSchema, name: string, id: string, steps: number): string[] {
  const node = name.endsWith('Connection') ? name.replace(/Connection$/, '') : null;
  const fields = node
    ? [
        ...partsOf(schema, node, id, steps - 1).map((part) => `nodes { ${part} }`),
        ...eachFieldOf(schema, name, id, steps).filter((field) => !field.startsWith('nodes ')),
      ]
    : eachFieldOf(schema, name, id, steps);
  const parts: string[] = [];
  for (const field of fields) {
    const longer = `${parts.at(-1) ?? ''} ${field}`;
    if (parts.length > 0 && tokensOf(longer) <= tokensAtMost) parts[parts.length - 1] = longer;
    else parts.push(field);
  }
  return parts;
}

const tokensOf = (text: string): number => text.match(/"[^"]*"|\w+|[^\s\w,]/g)?.length ?? 0;
