import { makeLog, onTermination, PortTaken } from '@fivepoint/service';
import { loadDemo } from '../../demo/src/load-demo';
import { KafkaError } from '../../kafka/src/index';
import { localSettings } from '../../local/src/settings';
import { ClusterError } from '../../postgres/src/index';
import { startDistributed } from './distributed';
import { progress } from './progress';
import { stopAll, type Stoppable } from './stopping';

let ending = (): boolean => false;

/** `npm run start:kafka`: the house as separate processes, with KAFKA_BROKERS or an Apache Kafka of its own between them. */
async function main(): Promise<void> {
  const settings = localSettings(process.env);
  const say = (line: string) => console.log(line);
  const step = progress(say);
  const started = performance.now();
  const parts: Stoppable[] = [];
  ending = onTermination(makeLog('house', settings.logLevel), () => stopAll(parts));
  say('Fivepoint: six processes, one graph, Apache Kafka between them');
  const house = await startDistributed({ ...settings, step, say, parts, env: process.env });
  await step('demo tenant', () => loadDemo(house));
  say('');
  say(`  graph and explorer   ${house.url}`);
  for (const [name, { pid, plan }] of house.processes)
    say(`  ${name.padEnd(20)} process ${pid}, ${plan.readyUrl.replace('/readyz', '')}, log ${plan.logFile}`);
  if (house.kafka) say(`  ${'Apache Kafka'.padEnd(20)} process ${house.kafka.pid}, ${house.kafka.brokers}`);
  say(`  a bearer token       npm run token -- --user lin`);
  say('');
  say(
    `ready in ${((performance.now() - started) / 1000).toFixed(1)} s; Ctrl-C stops everything, npm run reset clears the data`,
  );
}

main().catch((error: unknown) => {
  // A Ctrl-C during the start breaks it; the end is under way, and must not be cut short.
  if (ending()) return;
  const spoken =
    error instanceof PortTaken ||
    error instanceof ClusterError ||
    error instanceof KafkaError ||
    error instanceof RangeError;
  console.error(spoken ? `Fivepoint cannot start: ${error.message}` : error);
  process.exit(1);
});
