import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { workspace } from './subgraphs';

/** GraphQL in the house's format, so that a formatter never makes a generated file stale. */
export async function formatted(text: string): Promise<string> {
  const filepath = join(workspace, 'supergraph.graphql');
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
