import { existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { localSettings, postgresFolder } from '../../local/src/settings';
import { foldersOfHouses } from '../../local/src/throw-away-folder';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { discardCluster } from '../../postgres/src/index';

/** What a house makes in its data folder; whatever else lies there is somebody's, and stays. */
const made = /^(postgres|kafka|logs|issuer\.json|only-[a-z-]+|import-report-.*)$/;

const usage = `Clears the local data, that of services alone, too: databases, users and keys of the local issuer, logs, import reports.

  npm run reset

FIVEPOINT_DATA names another folder than .fivepoint.`;

/** `npm run reset`: forgets everything that was kept between starts. Refuses, and clears nothing, while a house or a service runs on it. */
async function main(): Promise<void> {
  readCommandLine(usage, {});
  const { dataDir } = localSettings(process.env);
  if (!existsSync(dataDir)) {
    console.log(`nothing to clear: there is no ${dataDir}`);
    return;
  }
  const ours = readdirSync(dataDir).filter((name) => made.test(name));
  if (!(await discardCluster(...foldersOfHouses(dataDir).map(postgresFolder))))
    throw new RangeError(`${dataDir} is in use: stop the running house, and services alone, first (Ctrl-C)`);
  for (const name of ours) rmSync(join(dataDir, name), { recursive: true, force: true });
  if (readdirSync(dataDir).length === 0) rmdirSync(dataDir);
  console.log(`cleared ${dataDir}`);
}

runCommand(main);
