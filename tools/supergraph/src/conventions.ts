import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type StringValueNode,
  type TypeNode,
} from 'graphql';
import type { Subgraph } from './subgraphs';

/** A rule that every service's schema keeps; each problem says which service, where and what would be right. */
export type Convention = (subgraphs: readonly Subgraph[]) => string[];

interface Part {
  path: string;
  description: string | null;
}

interface Schema {
  service: string;
  definitions: readonly DefinitionNode[];
  objects: readonly ObjectTypeDefinitionNode[];
}

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

/** Everything a client can read about says in English what it is, and gives the term of the method in Chinese: "The deal (商机)." */
export const described: Convention = each((schema) =>
  partsOf(schema)
    .filter(({ description }) => !description || !/\([^()]*\p{Script=Han}[^()]*\)/u.test(description))
    .map(({ path, description }) =>
      description ? `${path}: "${description}" names no Chinese term in parentheses` : `${path}: has no description`,
    ),
);

/** An interface may have members that a subgraph does not know: fields have object types and unions. */
export const noInterfaceTypes: Convention = each(({ definitions, objects }) => {
  const interfaces = namesOf(definitions, Kind.INTERFACE_TYPE_DEFINITION);
  return objects.flatMap(({ name, fields = [] }) =>
    fields
      .filter(({ type }) => interfaces.has(named(type)))
      .map(
        (field) =>
          `${name.value}.${field.name.value}: has the interface ${named(field.type)} as its type; name a union`,
      ),
  );
});

/** A mutation takes one input object and answers with a union of what was done and why not; a bulk command with an outcome per row. */
export const mutations: Convention = each(({ definitions, objects }) => {
  const inputs = namesOf(definitions, Kind.INPUT_OBJECT_TYPE_DEFINITION);
  const unions = namesOf(definitions, Kind.UNION_TYPE_DEFINITION);
  return fieldsOf(objects, 'Mutation').flatMap((field) => {
    const [input, ...more] = field.arguments ?? [];
    const rightInput =
      input?.name.value === 'input' &&
      more.length === 0 &&
      input.type.kind === Kind.NON_NULL_TYPE &&
      inputs.has(named(input.type));
    const answer = named(field.type);
    const rightAnswer = !isList(field.type) && (unions.has(answer) || answer === 'BulkPayload');
    const at = `Mutation.${field.name.value}`;
    return [
      ...(rightInput ? [] : [`${at}: must have one argument, input, of an input type that is not null`]),
      ...(rightAnswer ? [] : [`${at}: must answer with a union or BulkPayload, not ${answer}`]),
    ];
  });
});

/** A result is the thing itself, first, or one of the refusals. */
export const resultUnions: Convention = each(({ definitions, objects }) => {
  const refusals = new Set(
    objects
      .filter((type) => type.interfaces?.some(({ name }) => name.value === 'DomainError'))
      .map(({ name }) => name.value),
  );
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION) return [];
    const [first, ...rest] = (definition.types ?? []).map(({ name }) => name.value);
    const at = definition.name.value;
    return [
      ...(first !== undefined && refusals.has(first)
        ? [`${at}: begins with the refusal ${first}; first comes what was done`]
        : []),
      ...rest
        .filter((member) => !refusals.has(member))
        .map((member) => `${at}: ${member} does not implement DomainError`),
    ];
  });
});

/**
 * Lists of entities are connections, so that no account is too big for a page.
 * @param bounded fields that may be plain lists, as `Contract.instalments`, with what keeps each of them short
 */
export const listsAreConnections =
  (bounded: Readonly<Record<string, string>>): Convention =>
  (subgraphs) => {
    const plain = schemasOf(subgraphs).flatMap(({ service, objects }) => {
      const entities = new Set(objects.filter(isEntity).map(({ name }) => name.value));
      return objects
        .filter(({ name }) => !name.value.endsWith('Connection'))
        .flatMap(({ name, fields = [] }) =>
          fields
            .filter(({ type }) => isList(type) && entities.has(named(type)))
            .map((field) => ({ service, field: `${name.value}.${field.name.value}` })),
        );
    });
    const found = new Set(plain.map(({ field }) => field));
    return [
      ...plain
        .filter(({ field }) => !(field in bounded))
        .map(({ service, field }) => `${service}: ${field}: is a list of entities; make it a connection`),
      ...Object.keys(bounded)
        .filter((field) => !found.has(field))
        .map((field) => `${field}: is no list of entities and needs no exception`),
    ];
  };

/** Services that share a name mean the same by it: equal descriptions of types, fields, arguments and values. */
export const equalDescriptions: Convention = (subgraphs) => {
  const told = new Map<string, { service: string; description: string | null }>();
  return schemasOf(subgraphs).flatMap((schema) =>
    partsOf(schema).flatMap(({ path, description }) => {
      const before = told.get(path);
      if (!before) told.set(path, { service: schema.service, description });
      if (!before || before.description === description) return [];
      return [
        `${path}: is "${before.description ?? ''}" in ${before.service} and "${description ?? ''}" in ${schema.service}`,
      ];
    }),
  );
};

function each(rule: (schema: Schema) => string[]): Convention {
  return (subgraphs) =>
    schemasOf(subgraphs).flatMap((schema) => rule(schema).map((problem) => `${schema.service}: ${problem}`));
}

const schemasOf = (subgraphs: readonly Subgraph[]): Schema[] =>
  subgraphs.map(({ name, sdl }) => {
    const { definitions }: DocumentNode = parse(sdl, { noLocation: true });
    return {
      service: name,
      definitions,
      objects: definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION),
    };
  });

/** All that can be described, root types aside: they are only the list of what can be asked. */
function partsOf({ definitions }: Schema): Part[] {
  return definitions.flatMap((definition): Part[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = (definition.fields ?? []).flatMap((field) => fieldParts(definition.name.value, field));
        return rootTypes.has(definition.name.value) ? fields : [part(definition), ...fields];
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return [part(definition), ...(definition.fields ?? []).map((field) => part(field, definition.name.value))];
      case Kind.ENUM_TYPE_DEFINITION:
        return [part(definition), ...(definition.values ?? []).map((value) => part(value, definition.name.value))];
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return [part(definition)];
      default:
        return [];
    }
  });
}

const fieldParts = (type: string, field: FieldDefinitionNode): Part[] => [
  part(field, type),
  ...(field.arguments ?? []).map((argument: InputValueDefinitionNode) => part(argument, `${type}.${field.name.value}`)),
];

const part = (node: { name: { value: string }; description?: StringValueNode }, within?: string): Part => ({
  path: within ? `${within}.${node.name.value}` : node.name.value,
  description: node.description?.value.trim() ?? null,
});

const namesOf = (definitions: readonly DefinitionNode[], kind: Kind): Set<string> =>
  new Set(definitions.flatMap((one) => (one.kind === kind && 'name' in one && one.name ? [one.name.value] : [])));

const fieldsOf = (objects: readonly ObjectTypeDefinitionNode[], type: string): readonly FieldDefinitionNode[] =>
  objects.find(({ name }) => name.value === type)?.fields ?? [];

const isEntity = ({ directives = [] }: ObjectTypeDefinitionNode): boolean =>
  directives.some(({ name }) => name.value === 'key');

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
