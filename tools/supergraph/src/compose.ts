import { parseArgs } from 'node:util';
import { composeAndTell } from './compose-and-tell';
import { workspace } from './subgraphs';

const usage = `Composes apps/*/schema.graphql into supergraph.graphql, which the gateway serves; npm run schemas does it, too.

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
  return composeAndTell(values.root, values.check === true);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
