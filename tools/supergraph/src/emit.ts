import { join } from 'node:path';
import { schemaOf, type ServiceDefinition } from '@fivepoint/service';
import { canonical } from './canonical';
import { workspace } from './subgraphs';

const banner = (name: string) =>
  `# Emitted from apps/${name}/src by \`npm run schemas\`. Change the classes, not this file.\n\n`;

/** The text of a service's schema.graphql, from the definition that its `src/service.ts` exports. */
export async function emittedSchema(name: string, root: string = workspace): Promise<string> {
  const exported: Record<string, unknown> = await import(join(root, 'apps', name, 'src/service.ts'));
  const definition = Object.values(exported).find((value) => isDefinitionOf(name, value));
  if (!definition) throw new Error(`apps/${name}/src/service.ts exports no service named "${name}"`);
  return schemaText(definition as ServiceDefinition);
}

export async function schemaText(definition: ServiceDefinition): Promise<string> {
  const { sdl } = await schemaOf(definition);
  return banner(definition.name) + canonical(sdl);
}

const isDefinitionOf = (name: string, value: unknown) =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'name') === name && 'resolvers' in value;
