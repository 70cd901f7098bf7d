import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { composeAndTell } from './compose-and-tell';
import { workspace } from './subgraphs';

const usage = `Composes apps/*/schema.graphql into supergraph.graphql, which the gateway serves; npm run schemas does it, too.

  compose.ts                     writes supergraph.graphql
  compose.ts --check             writes nothing; fails when it is not what the schemas give
  compose.ts --root <folder>     works on another workspace`;

/** Returns the process's exit code. */
async function main(): Promise<number> {
  const { values } = readCommandLine(usage, {
    options: { check: { type: 'boolean' }, root: { type: 'string', default: workspace } },
  });
  return composeAndTell(values.root, values.check === true);
}

runCommand(main);
