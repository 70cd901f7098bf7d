import { type AnyEnvelope, type ServiceName, serviceNames } from '@fivepoint/contracts';
import { demoTenant } from '../../demo/src/demo-people';
import { LocalIssuer } from '../../issuer/src/issuer';
import { connected, runningCluster, serviceDatabaseUrls } from '../../postgres/src/index';
import { writeRecording } from './recording';
import { devSettings, issuerFile, postgresFolder } from './settings';

/** `npm run record`: keeps what a running house's demo tenant has published, for `npm start -- --only <service>`. Begin with a fresh house. */
async function main(): Promise<void> {
  const { dataDir, production } = devSettings(process.env);
  const server = await runningCluster(postgresFolder(dataDir));
  if (!server) throw new RangeError('there is no house to record: run "npm run reset" and "npm start" first');
  const issuer = await LocalIssuer.open(issuerFile(dataDir), production);
  const events = {} as Record<ServiceName, AnyEnvelope[]>;
  for (const name of serviceNames) {
    events[name] = await connected(serviceDatabaseUrls(server, name).relayUrl, async (client) => {
      const { rows } = await client.query<{ sequence: string; envelope: Omit<AnyEnvelope, 'sequence'> }>(
        'select sequence, envelope from outbox where tenant_id = $1 order by position',
        [demoTenant.id],
      );
      return rows.map(({ sequence, envelope }) => ({ ...envelope, sequence: Number(sequence) }) as AnyEnvelope);
    });
  }
  const users = issuer.users().filter(({ tenantId }) => tenantId === demoTenant.id);
  const file = writeRecording({ users, events });
  console.log(`recorded ${Object.values(events).flat().length} events in ${file}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof RangeError ? error.message : error);
  process.exit(1);
});
