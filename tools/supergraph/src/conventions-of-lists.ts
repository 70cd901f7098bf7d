import { Kind, print } from 'graphql';
import {
  type Convention,
  each,
  fieldsOf,
  isList,
  isRequired,
  lowerFirst,
  named,
  objectFields,
  schemasOf,
  written,
} from './schema-parts';

const nodeOf = (connection: string): string | null => /^(\w+)Connection$/.exec(connection)?.[1] ?? null;

/**
 * Lists are connections, so that nothing is too big for a page.
 * @param bounded fields that may be plain lists, as `Contract.instalments`, with what keeps each of them short
 */
export const listsAreConnections =
  (bounded: Readonly<Record<string, string>>): Convention =>
  (subgraphs) => {
    const plain = schemasOf(subgraphs).flatMap((schema) => {
      const types = new Set(schema.objects.map(({ name }) => name.value));
      return objectFields(schema)
        .filter(({ type, field }) => isList(field.type) && types.has(named(field.type)) && !type.endsWith('Connection'))
        .map(({ path }) => ({ service: schema.service, path }));
    });
    const found = new Set(plain.map(({ path }) => path));
    return [
      ...plain
        .filter(({ path }) => !(path in bounded))
        .map(({ service, path }) => `${service}: ${path}: is a list that may grow; make it a connection`),
      ...Object.keys(bounded)
        .filter((path) => !found.has(path))
        .map((path) => `${path}: is no list of things and needs no exception`),
    ];
  };

/**
 * Lists of the same type take the same arguments, wherever they hang: of entities filter, orderBy, first and after, of others no orderBy, and no
 * filter where they have none.
 */
export const listArguments: Convention = each((schema) => {
  const before = new Map<string, { path: string; args: string }>();
  return objectFields(schema).flatMap(({ field, path }) => {
    const node = nodeOf(named(field.type));
    if (!node) return [];
    const args = field.arguments ?? [];
    const names = args.map(({ name }) => name.value);
    const right = schema.entities.has(node)
      ? ['filter', 'orderBy', 'first', 'after']
      : [...(names.includes('filter') ? ['filter'] : []), 'first', 'after'];
    if (names.join() !== right.join()) return [`${path}: must take ${right.join(', ')}, not ${names.join(', ')}`];
    const types: Record<string, string> = {
      filter: node === 'TimelineEntry' ? 'TimelineFilter' : `${node}Filter`,
      orderBy: `${node}Order`,
    };
    const wrong = args
      .filter(({ name, type }) => named(type) !== (types[name.value] ?? named(type)))
      .map(({ name }) => `${path}.${name.value}: must be of type ${types[name.value] ?? ''}`);
    const page = args.filter(({ name }) => name.value === 'first').map(written);
    if (page.join() !== 'first: Int! = 20')
      return [...wrong, `${path}: must have first: Int! = 20, not ${page.join()}`];
    const list = args.map(written).join(', ');
    const first = before.get(node) ?? { path, args: list };
    before.set(node, first);
    return first.args === list ? wrong : [...wrong, `${path}: takes ${list}, but ${first.path} takes ${first.args}`];
  });
});

const pluralOf = (one: string) => `${one.replace(/(?<![aeou])y$/, 'ie')}s`;

/** What is listed at the root, by its plural, can be asked for by its id, too. */
export const oneAndMany: Convention = each((schema) => {
  const roots = fieldsOf(schema, 'Query');
  const ones = new Set(
    roots.map(({ name, type, arguments: args = [] }) => `${name.value}(${args.map(written).join()}): ${print(type)}`),
  );
  return roots.flatMap(({ name: { value: name }, type }) => {
    const node = nodeOf(named(type));
    if (!node) return [];
    const one = lowerFirst(node);
    return [
      ...(name === pluralOf(one) ? [] : [`Query.${name}: is a list of ${node}, so its name must be ${pluralOf(one)}`]),
      ...(ones.has(`${one}(id: UUID!): ${node}`)
        ? []
        : [`Query.${name}: is a list of ${node}; there must be ${one}(id: UUID!), too`]),
    ];
  });
});

const shape = (node: string) => `edges: [${node}Edge!]! nodes: [${node}!]! pageInfo: PageInfo! totalCount: Int!`;

/** Every connection is of one shape. */
export const connections: Convention = each(({ objects }) =>
  objects.flatMap(({ name: { value: name }, fields = [] }) => {
    const node = nodeOf(name);
    const is = fields.map((field) => `${field.name.value}: ${print(field.type)}`).join(' ');
    return node === null || is === shape(node) ? [] : [`${name}: must be { ${shape(node)} }, not { ${is} }`];
  }),
);

/** An order is one field and a way, ascending unless said otherwise. */
export const orders: Convention = each(({ inputs, enums }) =>
  [...inputs.values()].flatMap(({ name: { value: name }, fields = [] }) => {
    if (!name.endsWith('Order')) return [];
    const right = `field: ${name}Field!, direction: OrderDirection! = ASC`;
    const given = fields.map(written).join(', ');
    return [
      ...(given === right ? [] : [`${name}: must be { ${right} }, not { ${given} }`]),
      ...(enums.get(`${name}Field`)?.values?.[0]?.name.value === 'CREATED_AT'
        ? []
        : [`${name}Field: must begin with CREATED_AT`]),
    ];
  }),
);

/** Where a filter narrows by who is accountable, it narrows by the team, too. */
const owners = ['ownerId', 'team'];

/** A filter may leave everything out; values of enums are alternatives; a condition says what is there. */
export const filters: Convention = each((schema) => {
  const shared = new Set(
    schema.objects
      .filter(({ fields = [] }) =>
        owners.every((name) => fields.some((field) => field.name.value === name.replace('Id', ''))),
      )
      .map(({ name }) => `${name.value}Filter`),
  );
  return [...schema.inputs.values()].flatMap(({ name: { value: filter }, fields = [] }) => {
    if (!filter.endsWith('Filter')) return [];
    const missing = shared.has(filter)
      ? owners.filter((name) => !fields.some((field) => field.name.value === name))
      : [];
    return [
      ...missing.map((name) => `${filter}: must have ${name}, for what it filters has an owner and a team`),
      ...fields.flatMap((field) => {
        const at = `${filter}.${field.name.value}`;
        const type = named(field.type);
        return [
          ...(isRequired(field.type) ? [`${at}: must be nullable: null means all`] : []),
          ...(schema.enums.has(type) && !isList(field.type)
            ? [`${at}: must be a list of ${type}, of alternatives`]
            : []),
          ...(isList(field.type) && !/s$/.test(field.name.value)
            ? [`${at}: is a list, so its name must be a plural`]
            : []),
          ...(type === 'Boolean' && /^(without|un|not|no)[A-Z]|^un/.test(field.name.value)
            ? [`${at}: must say what is there; false asks for the others`]
            : []),
          ...(field.defaultValue && field.defaultValue.kind !== Kind.NULL ? [`${at}: must have no default`] : []),
        ];
      }),
    ];
  });
});
