import { starting } from '@fivepoint/service';
import { type KafkaBroker, type KafkaOptions, startKafka } from '../../kafka/src/index';
import { kafkaFolder } from '../../local/src/settings';
import type { LocalServer } from './local-postgres';
import { reviving } from './reviving';

/** The broker of a house on this machine; started again on its port and data when it dies by itself. */
export async function localKafka({
  dataDir,
  step,
  say,
  parts,
  env,
}: LocalServer & Pick<KafkaOptions, 'env'>): Promise<KafkaBroker> {
  const options = { dataDir: kafkaFolder(dataDir), env, log: say };
  const first = await starting(
    parts,
    step('Apache Kafka', () => startKafka(options)),
  );
  let runs = true;
  let broker = first;
  const watch = (started: KafkaBroker) => {
    [broker, runs] = [started, true];
    void started.exited.then(() => (runs = false));
  };
  watch(first);
  const { port } = first;
  const revive = async () => watch(await startKafka({ ...options, port }));
  const revived = reviving({ name: 'Apache Kafka', runs: () => runs, revive, say });
  parts.push({ stop: () => revived.stop().then(() => broker.stop()) });
  return first;
}
