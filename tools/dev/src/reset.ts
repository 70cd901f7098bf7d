import { existsSync, rmSync } from 'node:fs';
import { discardCluster } from '../../postgres/src/index';
import { devSettings, postgresFolder } from './settings';

/** `npm run reset`: forgets everything that was kept between starts. Refuses while a house is running on it. */
async function main(): Promise<void> {
  const { dataDir } = devSettings(process.env);
  if (!existsSync(dataDir)) {
    console.log(`nothing to clear: there is no ${dataDir}`);
    return;
  }
  if (!(await discardCluster(postgresFolder(dataDir)))) {
    console.error(`${dataDir} is in use: stop the running house first (Ctrl-C)`);
    process.exitCode = 1;
    return;
  }
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`cleared ${dataDir}`);
}

void main();
