import { createBus, inProcessTransport, kafkaTransport } from '@fivepoint/messaging';
import { makeLog, onTermination, stopAll, type Stoppable } from '@fivepoint/service';
import { startInOneProcess } from '../../../dev/src/one-process';
import { silent } from '../../../dev/src/progress';
import { LocalIssuer } from '../../../issuer/src/issuer';
import type { ServiceDatabase } from '../../../postgres/src/index';

/** The embedded house as a process that is killed: on databases of a server that lives on, with or without a broker between its services. */
async function main(): Promise<void> {
  const {
    PORT,
    LOG_LEVEL = 'warn',
    CHAOS_DATABASES = '[]',
    CHAOS_ISSUER = '',
    KAFKA_BROKERS,
    CHAOS_PREFIX,
  } = process.env;
  const parts: Stoppable[] = [];
  onTermination(makeLog('house', LOG_LEVEL), () => stopAll(parts));
  const bus = createBus();
  await startInOneProcess({
    databases: new Map(JSON.parse(CHAOS_DATABASES) as [string, ServiceDatabase][]),
    issuer: await LocalIssuer.open(CHAOS_ISSUER, false),
    transportOf: ({ name }, log) =>
      KAFKA_BROKERS
        ? kafkaTransport({ brokers: [KAFKA_BROKERS], clientId: `fivepoint-${name}`, log, prefix: CHAOS_PREFIX ?? '' })
        : inProcessTransport(bus, { log }),
    port: Number(PORT),
    logLevel: LOG_LEVEL,
    step: silent,
    parts,
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
