import { composeFile } from './compose-file';
import { formatted } from './formatted';
import { NotComposable } from './supergraph';

/** Brings supergraph.graphql up to date, or only looks; tells a person what was written or what is wrong, and gives the exit code. */
export async function composeAndTell(root: string, check: boolean): Promise<0 | 1> {
  try {
    if ((await composeFile(root, { check, format: formatted })) === 'same') return 0;
  } catch (error) {
    if (!(error instanceof NotComposable)) throw error;
    console.error(error.message);
    return 1;
  }
  if (check) console.error('supergraph.graphql is not what apps/*/schema.graphql give; run: npm run schemas');
  else console.log('wrote supergraph.graphql');
  return check ? 1 : 0;
}
