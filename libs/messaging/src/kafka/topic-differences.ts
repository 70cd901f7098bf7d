import { type Admin, ConfigResourceTypes, KafkaJSProtocolError } from 'kafkajs';

/** A new consumer reads a topic from its beginning, and every sequence begins at 1: a topic that forgets breaks both. */
export const forEver: Readonly<Record<string, string>> = {
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'cleanup.policy': 'delete',
};

export const insyncName = 'min.insync.replicas';

/** In what topics that are there are not as they are wanted: what loses events, and what only serves worse. */
export async function differences(
  admin: Pick<Admin, 'fetchTopicMetadata' | 'describeConfigs'>,
  topics: readonly string[],
  wanted: { partitions: number; replicas: number; insync: number },
): Promise<{ losing: string[]; differing: string[] }> {
  const [losing, differing]: [string[], string[]] = [[], []];
  if (topics.length === 0) return { losing, differing };
  const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
  const resources = await settingsOf(admin, topics);
  if (!resources)
    differing.push(
      `the settings of ${topics.join(', ')} cannot be looked at with these credentials (right DescribeConfigs): see to it that they keep events for ever`,
    );
  for (const { name, partitions } of found) {
    const entries = resources?.find(({ resourceName }) => resourceName === name)?.configEntries;
    const valueOf = (setting: string) => entries?.find(({ configName }) => configName === setting)?.configValue;
    for (const [setting, value] of Object.entries(resources ? forEver : {}))
      if (valueOf(setting) !== value) losing.push(`${name} has ${setting}=${valueOf(setting)}, not ${value}`);
    const differs = (has: number, what: string, wants: number, means: string) =>
      differing.push(`${name} has ${has} ${what}, ${wants} are wanted: ${means}`);
    if (partitions.length !== wanted.partitions)
      differs(
        partitions.length,
        'partitions',
        wanted.partitions,
        `at most ${partitions.length} processes share a consumer's work on it`,
      );
    const replicas = Math.min(...partitions.map((partition) => partition.replicas.length));
    if (replicas < wanted.replicas)
      differs(replicas, 'replicas', wanted.replicas, 'brokers that are lost take events with them');
    const insync = Number(valueOf(insyncName) ?? wanted.insync);
    if (insync < wanted.insync)
      differs(insync, insyncName, wanted.insync, 'an event may be confirmed that too few brokers have');
  }
  return { losing, differing };
}

/** How the topics are set; null where the credentials do not allow to ask. */
async function settingsOf(admin: Pick<Admin, 'describeConfigs'>, topics: readonly string[]) {
  const resources = topics.map((name) => ({
    ...{ type: ConfigResourceTypes.TOPIC, name },
    configNames: [...Object.keys(forEver), insyncName],
  }));
  try {
    return (await admin.describeConfigs({ includeSynonyms: false, resources })).resources;
  } catch (error) {
    if (error instanceof KafkaJSProtocolError && error.type === 'TOPIC_AUTHORIZATION_FAILED') return null;
    throw error;
  }
}
