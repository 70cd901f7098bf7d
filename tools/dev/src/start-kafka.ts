import { readCommandLine } from '../../command-line/src/command-line';
import { loadDemo } from '../../demo/src/load-demo';
import { startDistributed } from './distributed';
import { launch } from './launch';
import { tokenCommand } from './token-command';

const usage = `Starts the house as six processes with Apache Kafka between them; needs Java 17. Ctrl-C stops all.

  npm run start:kafka

PORT names another port than 4000, KAFKA_BROKERS brokers to use instead of starting one (docs/operations.md).`;

/** `npm run start:kafka`: the house as separate processes, with KAFKA_BROKERS or an Apache Kafka of its own between them. */
launch(process.env, async ({ settings, step, say, parts }) => {
  readCommandLine(usage, {});
  say('Fivepoint: six processes, one graph, Apache Kafka between them');
  const house = await startDistributed({ ...settings, step, say, parts, env: process.env });
  await step('demo tenant', () => loadDemo(house));
  say('');
  say(`  graph and explorer   ${house.url}`);
  for (const [name, { pid, plan }] of house.processes)
    say(`  ${name.padEnd(20)} process ${pid}, ${plan.readyUrl.replace('/readyz', '')}, log ${plan.logFile}`);
  if (house.kafka) say(`  ${'Apache Kafka'.padEnd(20)} process ${house.kafka.pid}, ${house.kafka.brokers}`);
  say(`  a bearer token       ${tokenCommand(settings.dataDir)}`);
});
