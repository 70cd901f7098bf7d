import { existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { localSettings, postgresFolder } from '../../local/src/settings';
import { discardCluster } from '../../postgres/src/index';

/** What a house makes in its data folder; whatever else lies there is somebody's, and stays. */
const made = /^(postgres|kafka|logs|issuer\.json|only-[a-z-]+|import-report-.*)$/;

/** `npm run reset`: forgets everything that was kept between starts. Refuses while a house is running on it. */
async function main(): Promise<void> {
  const { dataDir } = localSettings(process.env);
  if (!existsSync(dataDir)) {
    console.log(`nothing to clear: there is no ${dataDir}`);
    return;
  }
  if (!(await discardCluster(postgresFolder(dataDir)))) {
    console.error(`${dataDir} is in use: stop the running house first (Ctrl-C)`);
    process.exitCode = 1;
    return;
  }
  const ours = readdirSync(dataDir).filter((name) => made.test(name));
  for (const name of ours.filter((one) => one.startsWith('only-')))
    await discardCluster(postgresFolder(join(dataDir, name)));
  for (const name of ours) rmSync(join(dataDir, name), { recursive: true, force: true });
  if (readdirSync(dataDir).length === 0) rmdirSync(dataDir);
  console.log(`cleared ${dataDir}`);
}

void main();
