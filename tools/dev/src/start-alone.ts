import { join } from 'node:path';
import type { ServiceName } from '@fivepoint/contracts';
import { createBus, inProcessTransport } from '@fivepoint/messaging';
import { closed, createService, httpFor, listen, makeLog, stopAll } from '@fivepoint/service';
import { explorer } from '../../../apps/gateway/src/explorer';
import { LocalIssuer } from '../../issuer/src/issuer';
import { serviceNamed } from '../../local/src/services';
import { connected, databaseOf } from '../../postgres/src/index';
import { fittingDatabases } from './database-schema';
import { type HouseOptions, requireFreePort } from './house';
import { localPostgres } from './local-postgres';
import { demoUsersOf, embeddedConfig } from './one-process';
import { restoreTables } from './recorded-tables';
import { neighboursOf, readRecording } from './recording';
import { urlOf } from './url-of';

/** What the explorer of each service alone opens with. */
export const welcomes: Readonly<Record<ServiceName, string>> = {
  planning: '{ plans { nodes { name status totalTarget { amount currency } } } accounts { nodes { name } } }',
  acquisition:
    '{ pursuits { nodes { status purchasePattern target { amount currency } } } leads { nodes { title status stillMissing } } }',
  deal: '{ deals { nodes { kind stage amount { amount currency } } } contracts { nodes { signedOn amount { amount currency } } } }',
  receivables: '{ instalments { nodes { name status dueOn amount { amount currency } outstanding { amount } } } }',
  'customer-success':
    '{ renewals { nodes { status dueOn amount { amount currency } need } } referrals { nodes { referredName } } }',
};

/**
 * One service for the team that owns it: its own graph, explorer and database, nothing else. A fresh one holds what the service held in the
 * recorded house, and hears the recorded events of its neighbours.
 */
export async function startAlone(
  name: string,
  { dataDir: house, port, logLevel, step, say, parts = [] }: HouseOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const definition = serviceNamed(name);
  await requireFreePort(port);
  // Beside the house's data, never in it: recorded neighbours and real ones tell different stories.
  const dataDir = join(house, `only-${name}`);
  const recording = readRecording();
  const issuer = await LocalIssuer.open(join(dataDir, 'issuer.json'), false);
  issuer.put(...recording.users);
  const cluster = await localPostgres({ dataDir, step, say, parts });
  try {
    const databases = await step('database and migrations', () => fittingDatabases(cluster, [definition]));
    await step('recorded tables', () =>
      connected(cluster.superuserUrl(databaseOf(name)), (client) =>
        restoreTables(client, recording.tables[definition.name]),
      ),
    );
    const log = makeLog(name, logLevel);
    const bus = createBus();
    const neighbours = inProcessTransport(bus, { log });
    parts.push(neighbours);
    for (const { topic, log: recorded } of neighboursOf(definition.name, recording))
      neighbours.offerLog?.(topic, recorded);
    const service = await step(name, () =>
      createService(definition, embeddedConfig(definition, databases, issuer, logLevel), {
        transport: inProcessTransport(bus, { log }),
        log,
      }),
    );
    parts.push(service);
    const http = await listen(
      httpFor(service, log, [explorer(demoUsersOf(issuer), { service: name, welcome: welcomes[definition.name] })]),
      '127.0.0.1',
      port,
    );
    parts.push({ stop: () => closed(http) });
    return { url: urlOf(http), stop: () => stopAll(parts) };
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}
