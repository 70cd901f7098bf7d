import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type StringValueNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';
import type { Subgraph } from './subgraphs';

/** A rule that every service's schema keeps; each problem says which service, where and what would be right. */
export type Convention = (subgraphs: readonly Subgraph[]) => string[];

/** A service's schema, taken apart. */
export interface Schema {
  service: string;
  definitions: readonly DefinitionNode[];
  objects: readonly ObjectTypeDefinitionNode[];
  inputs: ReadonlyMap<string, InputObjectTypeDefinitionNode>;
  enums: ReadonlyMap<string, EnumTypeDefinitionNode>;
  unions: ReadonlyMap<string, UnionTypeDefinitionNode>;
  /** Names of the types that implement DomainError. */
  refusals: ReadonlySet<string>;
  /** Names of the types that other services may point to. */
  entities: ReadonlySet<string>;
}

/** A field of an object type, or of an input, and where it stands. */
export interface Place<F> {
  type: string;
  field: F;
  path: string;
}

/** Everything that can be described, and deprecated. */
export interface Part {
  path: string;
  description: string | null;
  deprecation: string | null;
}

export function each(rule: (schema: Schema) => string[]): Convention {
  return (subgraphs) =>
    schemasOf(subgraphs).flatMap((schema) => rule(schema).map((problem) => `${schema.service}: ${problem}`));
}

export const schemasOf = (subgraphs: readonly Subgraph[]): Schema[] =>
  subgraphs.map(({ name, sdl }) => {
    const { definitions } = parse(sdl, { noLocation: true });
    const objects = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
    return {
      service: name,
      definitions,
      objects,
      inputs: byName(definitions.filter((one) => one.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)),
      enums: byName(definitions.filter((one) => one.kind === Kind.ENUM_TYPE_DEFINITION)),
      unions: byName(definitions.filter((one) => one.kind === Kind.UNION_TYPE_DEFINITION)),
      refusals: namesOf(objects.filter((type) => type.interfaces?.some(({ name: of }) => of.value === 'DomainError'))),
      entities: namesOf(objects.filter(({ directives = [] }) => directives.some((one) => one.name.value === 'key'))),
    };
  });

/** The fields of the root type, such as Query. */
export const fieldsOf = ({ objects }: Schema, type: string): readonly FieldDefinitionNode[] =>
  objects.find(({ name }) => name.value === type)?.fields ?? [];

/** The fields of all object types. */
export const objectFields = ({ objects }: Schema): Place<FieldDefinitionNode>[] => objects.flatMap(placed);

/** The fields of all inputs. */
export const inputFields = ({ inputs }: Schema): Place<InputValueDefinitionNode>[] =>
  [...inputs.values()].flatMap(placed);

const placed = <F extends { name: { value: string } }>(of: {
  name: { value: string };
  fields?: readonly F[];
}): Place<F>[] =>
  (of.fields ?? []).map((field) => ({
    type: of.name.value,
    field,
    path: `${of.name.value}.${field.name.value}`,
  }));

/** All that can be described. */
export function partsOf({ definitions }: Schema): Part[] {
  return definitions.flatMap((definition): Part[] => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = (definition.fields ?? []).flatMap((field) => fieldParts(definition.name.value, field));
        return [part(definition), ...fields];
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
  ...(field.arguments ?? []).map((argument) => part(argument, `${type}.${field.name.value}`)),
];

function part(node: Describable, within?: string): Part {
  const deprecated = node.directives?.find(({ name }) => name.value === 'deprecated');
  const reason = deprecated?.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return {
    path: within ? `${within}.${node.name.value}` : node.name.value,
    description: node.description?.value.trim() ?? null,
    deprecation: deprecated ? (reason?.kind === Kind.STRING ? reason.value : '') : null,
  };
}

interface Describable {
  name: { value: string };
  description?: StringValueNode;
  directives?: FieldDefinitionNode['directives'];
}

/** A field or an argument as it is written in a schema, without its description. */
export function written({ description: _, ...field }: InputValueDefinitionNode): string {
  return print(field);
}

export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

export const isRequired = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

/** The name of the type, whatever lists and marks are around it. */
export const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));

export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const namesOf = (nodes: readonly { name: { value: string } }[]): Set<string> =>
  new Set(nodes.map(({ name }) => name.value));

const byName = <N extends { name: { value: string } }>(nodes: readonly N[]): Map<string, N> =>
  new Map(nodes.map((node) => [node.name.value, node]));
