import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventType, eventTypes } from '@fivepoint/contracts';
import { Kind, parse } from 'graphql';

/** One row of docs/capabilities.md: what is there, under which name, and which specs prove it. */
export interface CapabilityRow {
  line: number;
  ids: string[];
  operations: string[];
  specs: string[];
}

/** The capabilities of the method, by letter: plan, acquire, win, collect, renew, its common ground, beyond it, and what China expects. */
const known: Readonly<Record<string, number>> = { P: 40, A: 22, D: 22, R: 20, S: 22, X: 13, N: 12, C: 15 };

/** In place of ids: what no capability of the list asks for, such as taking over an older system's records. */
const noCapability = '–';

/** The rows of every table whose head begins with id, operation or event, spec. */
export function capabilityRows(text: string): CapabilityRow[] {
  return text.split('\n').flatMap((line, index): CapabilityRow[] => {
    if (!line.startsWith('|')) return [];
    const [id = '', operation = '', spec = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (id === 'id' || /^:?-+:?$/.test(id)) return [];
    return [
      {
        line: index + 1,
        ids: id === noCapability ? [] : id.split(/,\s*/),
        operations: [...operation.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
        specs: spec.split(/,\s*/).filter(Boolean),
      },
    ];
  });
}

/** What the rows may name: the graph that is served, the events, and the files of the workspace. */
export interface Facts {
  /** `signContract` for a root field, `Contract.amount` for any other. */
  fields: ReadonlySet<string>;
  /** `contract-signed` and `contract-signed.amount` */
  events: ReadonlySet<string>;
  /** The text of a spec with what helps it, or null where there is none. */
  spec(path: string): string | null;
}

/** Everything that is wrong with the rows, each with its line; empty when each names what is there and a spec that speaks of it. */
export function capabilityProblems(rows: readonly CapabilityRow[], facts: Facts): string[] {
  return rows.flatMap((row) =>
    [...unknownIds(row), ...unknownOperations(row, facts), ...unproven(row, facts)].map(
      (problem) => `line ${row.line}: ${problem}`,
    ),
  );
}

function unknownIds({ ids }: CapabilityRow): string[] {
  return ids
    .filter((id) => {
      const [, letter = '', number = ''] = /^([A-Z])(\d+)$/.exec(id) ?? [];
      const width = letter === 'N' ? 1 : 2;
      const count = known[letter] ?? 0;
      return !(
        Number(number) >= 1 &&
        Number(number) <= count &&
        number === String(Number(number)).padStart(width, '0')
      );
    })
    .map((id) => `there is no capability ${id}`);
}

function unknownOperations({ operations }: CapabilityRow, { fields, events }: Facts): string[] {
  if (operations.length === 0) return ['names no operation or event, in backticks'];
  return operations
    .filter((name) => !fields.has(name) && !events.has(name))
    .map((name) => `${name} is no root field, no Type.field of the graph and no event`);
}

function unproven({ operations, specs }: CapabilityRow, { spec }: Facts): string[] {
  if (specs.length === 0) return ['names no spec'];
  const texts = specs.map((path) => spec(path));
  const missing = specs.filter((_, index) => texts[index] === null).map((path) => `there is no spec ${path}`);
  if (missing.length > 0) return missing;
  return operations
    .filter((name) => !texts.some((text) => text?.includes(name.split('.').at(-1) ?? name)))
    .map((name) => `none of its specs speaks of ${name}`);
}

/** The facts of a workspace as it is checked in. */
export function factsOf(root: string): Facts {
  return {
    fields: fieldsOf(readFileSync(join(root, 'supergraph.graphql'), 'utf8')),
    events: new Set((Object.keys(eventTypes) as EventType[]).flatMap(eventNames)),
    spec: (path) => specText(root, path),
  };
}

/** A schema's fields by the names that rows use. */
export function fieldsOf(sdl: string): Set<string> {
  const names = new Set<string>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const isRoot = definition.name.value === 'Query' || definition.name.value === 'Mutation';
    for (const field of definition.fields ?? [])
      names.add(isRoot ? field.name.value : `${definition.name.value}.${field.name.value}`);
  }
  return names;
}

function eventNames(type: EventType): string[] {
  const name = type.split('.').at(-2) ?? '';
  const properties: unknown = Reflect.get(eventTypes[type].schema, 'properties');
  return [name, ...Object.keys(Object(properties) as object).map((field) => `${name}.${field}`)];
}

/** A spec's own text, and that of its app's helpers in `src/spec/`, which say the mutations for several specs. */
function specText(root: string, path: string): string | null {
  if (!path.endsWith('.spec.ts') || !existsSync(join(root, path))) return null;
  const helpers = join(root, path.split('/').slice(0, 3).join('/'), 'spec');
  const files = existsSync(helpers)
    ? readdirSync(helpers, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => join(helpers, name))
    : [];
  return [join(root, path), ...files].map((file) => readFileSync(file, 'utf8')).join('\n');
}
