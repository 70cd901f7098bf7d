import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const workspace = resolve(__dirname, '../../..');

/** A service's part of the graph, as it is checked in. */
export interface Subgraph {
  name: string;
  sdl: string;
}

/** Path of a service's schema below the workspace. */
export const schemaPath = (name: string) => `apps/${name}/schema.graphql`;

/** Every checked-in `apps/<name>/schema.graphql`, by name. */
export function readSubgraphs(root: string = workspace): Subgraph[] {
  return folders(root)
    .filter((name) => existsSync(join(root, schemaPath(name))))
    .map((name) => ({ name, sdl: readFileSync(join(root, schemaPath(name)), 'utf8') }));
}

/** The apps that are services, with a schema of their own to emit. */
export function serviceApps(root: string = workspace): string[] {
  return folders(root).filter((name) => existsSync(join(root, 'apps', name, 'src/service.ts')));
}

const folders = (root: string) => readdirSync(join(root, 'apps')).sort();
