import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { demoTenant } from '../../demo/src/demo-people';
import { LocalIssuer } from '../../issuer/src/issuer';
import { localSettings, issuerFile, postgresFolder } from '../../local/src/settings';
import { connected, databaseOf, runningCluster } from '../../postgres/src/index';
import { readTables, type Tables } from './recorded-tables';
import { writeRecording } from './recording';

const usage = `Records the running house, rows and events, for npm start -- --only <service>. Begin with a fresh one.

  npm run reset; npm start
  npm run record`;

/** `npm run record`: keeps a running house as it is, for `npm start -- --only <service>`. Begin with a fresh house: nothing is left out. */
async function main(): Promise<void> {
  readCommandLine(usage, {});
  const { dataDir, production } = localSettings(process.env);
  const server = await runningCluster(postgresFolder(dataDir));
  if (!server) throw new RangeError('there is no house to record: run "npm run reset" and "npm start" first');
  const issuer = await LocalIssuer.open(issuerFile(dataDir), production);
  const tables = {} as Record<ServiceName, Tables>;
  for (const name of serviceNames)
    tables[name] = await connected(server.superuserUrl(databaseOf(name)), (client) => readTables(client));
  const users = issuer.users().filter(({ tenantId }) => tenantId === demoTenant.id);
  const file = writeRecording({ users, tables });
  console.log(`recorded ${Object.values(tables).flatMap(({ outbox = [] }) => outbox).length} events in ${file}`);
}

runCommand(main);
