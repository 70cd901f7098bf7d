import { createTopics } from '@fivepoint/messaging';
import { migrate, type ServiceDefinition } from '@fivepoint/service';
import { createServiceDatabase } from '../../postgres/src/index';
import type { ProvisionConfig } from './config';

/**
 * Brings a deployment's PostgreSQL and Kafka to what the services need: roles, databases, migrations, topics. Safe to repeat, and to run
 * while services work: it only adds what is missing and sets the roles' passwords anew.
 * @param say is told each thing that was done, one line each
 */
export async function provision(
  { server, kafkaBrokers }: ProvisionConfig,
  definitions: readonly ServiceDefinition[],
  say: (line: string) => void,
): Promise<void> {
  for (const definition of definitions) {
    const { ownerUrl } = await createServiceDatabase(server, definition.name);
    const done = await migrate(definition, ownerUrl);
    say(`${definition.name}: ${done.length === 0 ? 'up to date' : `migrated by ${done.join(', ')}`}`);
  }
  const topics = await createTopics({
    brokers: kafkaBrokers,
    warn: (line) => say(`warning: ${line}`),
  });
  say(`topics: ${topics.length === 0 ? 'all there' : `made ${topics.join(', ')}`}`);
}
