import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startKafka, whyNoKafka, type KafkaBroker } from '../../../tools/kafka/src/index';
import { newFolderOfRun, processNote } from './jest/run-folders';

/** A Kafka broker of one spec file. */
export interface SpecKafka {
  /** for clients, the same after a restart */
  readonly brokers: readonly string[];
  /** SIGKILL, as a crash would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Stops it cleanly if it runs, and starts it on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  discard(): Promise<void>;
}

/** Fetching Kafka is done before; a start takes 2 to 4 s on an idle machine. */
const startTimeoutMs = 120_000;

/**
 * Starts a Kafka broker for one spec; within `describeKafka`, which does it for its suite, it can be had for certain.
 * @throws KafkaError when it cannot be had or does not start
 */
export async function kafkaForSpecs(): Promise<SpecKafka> {
  const dataDir = newFolderOfRun('kafka');
  const start = async (port?: number): Promise<KafkaBroker> => {
    const started = await startKafka({ dataDir, env: process.env, ...(port === undefined ? {} : { port }) });
    writeFileSync(join(dataDir, processNote), String(started.pid));
    return started;
  };
  let broker = await start();
  return {
    brokers: [broker.brokers],
    kill: async () => {
      broker.kill();
      await broker.exited;
    },
    restart: async () => {
      await broker.stop();
      broker = await start(broker.port);
    },
    discard: async () => {
      await broker.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/**
 * A suite on a real Kafka broker of its own, which is there before the suite's first hook and gone after its last. Where Kafka
 * cannot be had, the suite is reported as skipped with the reason in its name; with REQUIRE_KAFKA=1 that is a failure.
 * @param suite told the broker; its members may be used in hooks and tests only
 */
export function describeKafka(name: string, suite: (kafka: SpecKafka) => void): void {
  const reason = whyNoKafka(process.env);
  if (reason !== null && process.env['REQUIRE_KAFKA'] === '1') {
    describe(name, () => {
      it('has Kafka', () => {
        throw new Error(`REQUIRE_KAFKA=1, but Kafka cannot be had: ${reason}`);
      });
    });
    return;
  }
  const kafka = new StartedLater();
  if (reason !== null) {
    describe.skip(`${name} (skipped: ${reason})`, () => suite(kafka));
    return;
  }
  describe(name, () => {
    beforeAll(() => kafka.start(), startTimeoutMs);
    suite(kafka);
    afterAll(() => kafka.discard(), startTimeoutMs);
  });
}

/** Suites are put together before any broker can be started. */
class StartedLater implements SpecKafka {
  private started: SpecKafka | null = null;

  async start(): Promise<void> {
    this.started = await kafkaForSpecs();
  }

  get brokers(): readonly string[] {
    return this.broker().brokers;
  }

  kill(): Promise<void> {
    return this.broker().kill();
  }

  restart(): Promise<void> {
    return this.broker().restart();
  }

  async discard(): Promise<void> {
    await this.started?.discard();
  }

  private broker(): SpecKafka {
    if (this.started === null)
      throw new Error('Kafka is not started yet: use it in hooks and tests, not while describing them');
    return this.started;
  }
}
