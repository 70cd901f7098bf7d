import { parseArgs } from 'node:util';
import { composeFile } from './compose-file';
import { formatted } from './formatted';
import { workspace } from './subgraphs';
import { NotComposable } from './supergraph';

const usage = `Composes apps/*/schema.graphql into supergraph.graphql, which the gateway serves; the second half of npm run schemas.

  compose.ts                     writes supergraph.graphql
  compose.ts --check             writes nothing; fails when it is not what the schemas give
  compose.ts --root <folder>     works on another workspace`;

/** Returns the process's exit code. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { check: { type: 'boolean' }, root: { type: 'string', default: workspace }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const was = await composeFile(values.root, { check: values.check === true, format: formatted });
  if (was === 'same') return 0;
  if (!values.check) {
    console.log('wrote supergraph.graphql');
    return 0;
  }
  console.error('supergraph.graphql is not what apps/*/schema.graphql give; run: npm run schemas');
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof NotComposable ? error.message : error);
    process.exitCode = 1;
  },
);
