import { serviceNames, topicOf } from '@fivepoint/contracts';
import { type Log, noLog } from '../log';
import { kafkaClient, type KafkaConnection } from './client';
import { topicLeaders } from './topic-leaders';

export interface CreateTopics extends Omit<KafkaConnection, 'clientId' | 'log'> {
  clientId?: string;
  log?: Log;
  /** By default one per service. */
  topics?: readonly string[];
  partitions?: number;
  replicas?: number;
}

/** Creates the topics that are not there yet, with events kept for ever, and gives their names. Running it again changes nothing. */
export async function createTopics(settings: CreateTopics): Promise<string[]> {
  const { topics, partitions = 6, replicas = 1, prefix = '' } = settings;
  const admin = kafkaClient({ clientId: 'fivepoint-topics', log: noLog, ...settings }).admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const wanted = (topics ?? serviceNames.map(topicOf)).map((topic) => `${prefix}${topic}`);
    const missing = wanted.filter((topic) => !there.has(topic));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: false,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: [
          // A new consumer reads a topic from its beginning, and every sequence begins at 1.
          { name: 'retention.ms', value: '-1' },
          { name: 'retention.bytes', value: '-1' },
          { name: 'cleanup.policy', value: 'delete' },
          // An event that one broker alone has is not safe.
          { name: 'min.insync.replicas', value: String(Math.max(1, replicas - 1)) },
        ],
      })),
    });
    await topicLeaders(admin, missing);
    return missing;
  } finally {
    await admin.disconnect();
  }
}
