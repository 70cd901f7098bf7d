import { type DefinitionNode, Kind, parse, print } from 'graphql';

const first = ['Query', 'Mutation'];

/**
 * The same schema always as the same text: definitions by name, Query and Mutation before all others and their fields by name, too; what is
 * within the others as it was written. The order in which classes happen to be loaded must not make a difference.
 */
export function canonical(sdl: string): string {
  const definitions = parse(sdl, { noLocation: true }).definitions.map(
    (definition) => [rank(definition), print(sorted(definition))] as const,
  );
  definitions.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `${definitions.map(([, text]) => text).join('\n\n')}\n`;
}

function sorted(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !first.includes(definition.name.value)) return definition;
  const fields = [...(definition.fields ?? [])].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return { ...definition, fields };
}

function rank(definition: DefinitionNode): string {
  if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) return '0';
  const name = 'name' in definition ? (definition.name?.value ?? '') : '';
  const place = first.indexOf(name);
  return place >= 0 ? `1 ${place}` : `2 ${name}`;
}
