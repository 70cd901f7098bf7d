import { serviceNames, topicOf } from '@fivepoint/contracts';
import { type Log, noLog } from '../log';
import { kafkaClient, type KafkaConnection } from './client';
import { differences, forEver, insyncName } from './topic-differences';
import { topicLeaders } from './topic-leaders';

export interface CreateTopics extends Omit<KafkaConnection, 'clientId' | 'log'> {
  clientId?: string;
  log?: Log;
  /** Told, a line each, in what a topic that was there differs from what is wanted; by default the log is. */
  warn?: (line: string) => void;
  /** By default one per service. */
  topics?: readonly string[];
  partitions?: number;
  replicas?: number;
}

/** A topic that is there would lose events; nothing was made or changed. */
export class UnfitTopics extends Error {
  override readonly name = 'UnfitTopics';
}

/**
 * Creates the topics that are not there yet, with events kept for ever, and gives their names. Running it again changes nothing. What is there
 * stays as it is: where it has other partitions or fewer replicas, that is said.
 * Throws UnfitTopics where a topic that is there would lose events, as one does that a broker has made by itself.
 */
export async function createTopics(settings: CreateTopics): Promise<string[]> {
  const { topics, partitions = 6, replicas = 1, prefix = '', log = noLog } = settings;
  const { warn = (line) => log.warn({}, line) } = settings;
  const admin = kafkaClient({ clientId: 'fivepoint-topics', ...settings, log }).admin();
  await admin.connect();
  try {
    const all = new Set(await admin.listTopics());
    const wanted = (topics ?? serviceNames.map(topicOf)).map((topic) => `${prefix}${topic}`);
    const insync = insyncOf(replicas);
    const there = wanted.filter((topic) => all.has(topic));
    const { losing, differing } = await differences(admin, there, { partitions, replicas, insync });
    if (losing.length > 0)
      throw new UnfitTopics(
        `${losing.join('; ')}: events would be lost. Set it with kafka-configs.sh --alter --entity-type topics --entity-name <topic> --add-config ${Object.entries(
          forEver,
        )
          .map((entry) => entry.join('='))
          .join(',')}`,
      );
    for (const line of differing) warn(line);
    const missing = wanted.filter((topic) => !all.has(topic));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: Object.entries({ ...forEver, [insyncName]: String(insync) }).map(([name, value]) => ({
          name,
          value,
        })),
      })),
    });
    await topicLeaders(admin, missing);
    return missing;
  } finally {
    await admin.disconnect();
  }
}

/** An event that one broker alone has is not safe. */
const insyncOf = (replicas: number): number => Math.max(1, replicas - 1);
