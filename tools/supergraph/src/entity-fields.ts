import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import type { Subgraph } from './subgraphs';

/**
 * Fields of entities that are not nullable though they are no key: `deal: Deal.title`. With the service down, each of them would take the
 * whole entity with it, and what other services know of it as well.
 */
export function nonNullEntityFields({ name, sdl }: Subgraph): string[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const keys = keyFields(definition as ObjectTypeDefinitionNode);
    if (keys.size === 0) return [];
    return (definition.fields ?? [])
      .filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !keys.has(field.name.value))
      .map((field) => `${name}: ${definition.name.value}.${field.name.value}`);
  });
}

function keyFields({ directives = [] }: ObjectTypeDefinitionNode): Set<string> {
  const keys = directives.filter(({ name }) => name.value === 'key');
  return new Set(keys.flatMap((key) => fieldsOf(key).match(/\w+/g) ?? []));
}

function fieldsOf(key: ConstDirectiveNode): string {
  const value = key.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}
