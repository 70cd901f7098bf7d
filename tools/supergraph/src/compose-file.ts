import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSubgraphs } from './subgraphs';
import { supergraphOf } from './supergraph';

/**
 * Brings a workspace's supergraph.graphql up to date with its apps/*\/schema.graphql, or only looks. Returns what it was: `same` or
 * `stale`. Throws NotComposable, and leaves the file alone, where the schemas do not fit together.
 */
export async function composeFile(
  root: string,
  { check, format }: { check: boolean; format(text: string): Promise<string> },
): Promise<'same' | 'stale'> {
  const file = join(root, 'supergraph.graphql');
  const supergraph = await format(supergraphOf(readSubgraphs(root)));
  if (existsSync(file) && readFileSync(file, 'utf8') === supergraph) return 'same';
  if (!check) writeFileSync(file, supergraph);
  return 'stale';
}
