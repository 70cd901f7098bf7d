import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { startKafka } from './broker';
import { KafkaError } from './errors';
import { prepareKafka } from './program';

const usage = `Apache Kafka on this machine until Ctrl-C.

  main.ts [--data <folder>] [--port 9092]     main.ts --fetch: only sees to it that Kafka is there, for CI and images`;

/**
 * `node -r @swc-node/register tools/kafka/src/main.ts [--data folder] [--port n]`: Apache Kafka on this machine until Ctrl-C.
 * With `--fetch` it only sees to it that Kafka is there, for CI and images.
 */
async function main(): Promise<void> {
  const { values } = readCommandLine(usage, {
    options: { data: { type: 'string' }, port: { type: 'string' }, fetch: { type: 'boolean' } },
  });
  const env = process.env;
  if (values.fetch) {
    await prepareKafka({ env, log: say });
    return;
  }
  const dataDir = values.data ?? `${env['FIVEPOINT_DATA'] ?? '.fivepoint'}/kafka`;
  const broker = await startKafka({ dataDir, port: portOf(values.port ?? '9092'), env, log: say });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void broker.stop();
    });
  }
  await broker.exited;
  if (!stopping) throw new KafkaError('START_FAILED', `Kafka ended by itself; see ${dataDir}/broker.log`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new RangeError(`--port takes a number from 1 to 65535, not "${text}"`);
}

const say = (message: string): void => console.log(message);

runCommand(main, [KafkaError]);
