import { serviceNames, topicOf } from '@fivepoint/contracts';
import { kafkaClient, type KafkaConnection } from './client';

export interface CreateTopics extends KafkaConnection {
  /** By default one per service. */
  topics?: readonly string[];
  partitions?: number;
  replicas?: number;
}

/** Creates the topics that are not there yet, with events kept for ever, and gives their names. Running it again changes nothing. */
export async function createTopics({
  topics,
  partitions = 6,
  replicas = 1,
  ...connection
}: CreateTopics): Promise<string[]> {
  const admin = kafkaClient(connection).admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const wanted = (topics ?? serviceNames.map(topicOf)).map((topic) => `${connection.prefix ?? ''}${topic}`);
    const missing = wanted.filter((topic) => !there.has(topic));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: true,
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
    return missing;
  } finally {
    await admin.disconnect();
  }
}
