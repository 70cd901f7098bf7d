import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { composeAndTell } from './compose-and-tell';
import { emittedSchema } from './emit';
import { formatted } from './formatted';
import { breakingChanges, explanationOf, explanationsPath, unexplained, versionBefore } from './schema-changes';
import { schemaPath, serviceApps, workspace } from './subgraphs';

const usage = `Emits every service's schema.graphql from its classes, and composes them into supergraph.graphql.

  npm run schemas                       writes apps/*/schema.graphql and supergraph.graphql
  npm run schemas -- --check            writes nothing; fails with the names of stale files, and for breaking changes
                                        without a reason in ${explanationsPath}
  npm run schemas -- --root <folder>    reads and writes these files in another workspace`;

/** Returns the process's exit code. */
async function main(): Promise<number> {
  const { values } = readCommandLine(usage, {
    options: { check: { type: 'boolean' }, root: { type: 'string', default: workspace } },
  });
  const stale: string[] = [];
  const toExplain: string[] = [];
  for (const name of serviceApps()) {
    const schema = await formatted(await emittedSchema(name));
    const path = schemaPath(name);
    if (read(values.root, path) !== schema) stale.push(path);
    if (!values.check) writeFileSync(join(values.root, path), schema);
    toExplain.push(...changesToExplain(values.root, name, schema));
  }
  if (!values.check) for (const path of stale) console.log(`wrote ${path}`);
  else if (stale.length > 0) console.error(`Stale, run: npm run schemas\n${listed(stale)}`);
  if (toExplain.length > 0)
    console.error(`Breaking changes need a line with its reason in ${explanationsPath}:\n${listed(toExplain)}`);
  // The second half also where the first has failed: whoever only checks wants to know everything.
  const composed = await composeAndTell(values.root, values.check === true);
  return values.check && stale.length + toExplain.length > 0 ? 1 : composed;
}

function changesToExplain(root: string, name: string, schema: string): string[] {
  const before = versionBefore(root, schemaPath(name), schema);
  if (before === null) return [];
  const changes = unexplained(name, breakingChanges(before, schema), read(root, explanationsPath));
  return changes.map((change) => explanationOf(name, change));
}

function read(root: string, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const listed = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n');

runCommand(main);
