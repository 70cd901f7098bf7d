import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { breakingChanges, shapesOf } from './compatibility';
import { formatted, lockPath, outputsOf, readLock, staleFiles } from './outputs';
import { contractsRoot, readSources } from './sources';

const usage = `Generates the event types and the AsyncAPI document from libs/contracts/events.

  npm run contracts:generate                 writes what the schemas give
  npm run contracts:generate -- --check      writes nothing; fails with the names of stale files
  npm run contracts:generate -- --publish    also locks the shape of every type, as released
  … -- --root <folder>                       works on a copy of libs/contracts instead
Each of them fails when a published type was changed other than by a new optional field.`;

/** Returns the process's exit code. */
async function main(): Promise<number> {
  const { values } = readCommandLine(usage, {
    options: {
      check: { type: 'boolean' },
      publish: { type: 'boolean' },
      root: { type: 'string', default: contractsRoot },
    },
  });
  const { root } = values;
  const sources = readSources(root);
  const shapes = shapesOf(sources);
  const broken = breakingChanges(readLock(root), shapes);
  if (broken.length > 0) {
    console.error(
      `Published events may only gain optional fields; publish a v2 beside v1 instead:\n  ${broken.join('\n  ')}`,
    );
    return 1;
  }
  const outputs = await outputsOf(sources);
  const stale = staleFiles(outputs, root);
  if (values.check) {
    if (stale.length === 0) return 0;
    console.error(`Stale under libs/contracts, run npm run contracts:generate:\n  ${stale.join('\n  ')}`);
    return 1;
  }
  if (values.publish) outputs.set(lockPath, await formatted(lockPath, JSON.stringify(shapes)));
  for (const path of staleFiles(outputs, root)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputs.get(path) ?? '');
    console.log(`wrote libs/contracts/${path}`);
  }
  return 0;
}

runCommand(main, [Error]);
