import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How big an operation is with its fragments written out. */
export interface Shape {
  depth: number;
  aliases: number;
  /** Fields in all. */
  selections: number;
  rootFields: number;
  /** Values that descriptions of the schema hold, more or less. */
  introspection: number;
}

/** A part of an operation also has the values that it would hold within a description of the schema. */
type Part = Shape & { described: number };

const nothing: Part = { depth: 0, aliases: 0, selections: 0, rootFields: 0, introspection: 0, described: 0 };
/** What describes the schema is deep by nature, and graphql bounds it by a rule of its own. */
const introspection = new Set(['__schema', '__type']);
/** How long the lists of a schema are, more or less; and of the types that wrap another, few do it twice. */
const lengths: Readonly<Record<string, number>> = {
  ...{ types: 10, fields: 10, inputFields: 5, enumValues: 5, possibleTypes: 3, directives: 10, locations: 3 },
  ofType: 0.5,
};

/**
 * The shape of the biggest operation of a document, which need not be valid. Each fragment is measured once, however often it is spread: a
 * few hundred tokens can write out to more fields than there are atoms. A fragment within itself counts as nothing; validation refuses it.
 */
export function shapeOf(document: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Part>();

  function fragmentShape(name: string): Part {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const fragment = fragments.get(name);
    const shape = fragment ? measure(fragment.selectionSet) : nothing;
    measured.set(name, shape);
    return shape;
  }

  function measure({ selections }: SelectionSetNode): Part {
    const all = { ...nothing };
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragmentShape(selection.name.value)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measure(selection.selectionSet)
            : fieldShape(selection.name.value, selection.alias !== undefined, selection.selectionSet);
      all.depth = Math.max(all.depth, part.depth);
      all.aliases += part.aliases;
      all.selections += part.selections;
      all.rootFields += part.rootFields;
      all.introspection += part.introspection;
      all.described += part.described;
    }
    return all;
  }

  function fieldShape(name: string, aliased: boolean, selectionSet: SelectionSetNode | undefined): Part {
    const inner = selectionSet ? measure(selectionSet) : nothing;
    const described = 1 + inner.described * ((Object.hasOwn(lengths, name) && lengths[name]) || 1);
    return {
      described,
      introspection: introspection.has(name) ? described : inner.introspection,
      depth: introspection.has(name) ? 1 : inner.depth + 1,
      aliases: inner.aliases + (aliased ? 1 : 0),
      selections: inner.selections + 1,
      rootFields: 1,
    };
  }

  const { described: _, ...biggest } = nothing;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const shape = measure(definition.selectionSet);
    for (const key of ['depth', 'aliases', 'selections', 'rootFields', 'introspection'] as const)
      biggest[key] = Math.max(biggest[key], shape[key]);
  }
  return biggest;
}
