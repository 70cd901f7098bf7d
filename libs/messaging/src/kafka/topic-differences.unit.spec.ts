import { ConfigResourceTypes, KafkaJSProtocolError } from 'kafkajs';
import { differences } from './topic-differences';

const topic = 'fivepoint.deal';
const wanted = { partitions: 2, replicas: 2, insync: 2 };
const asWanted = {
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'cleanup.policy': 'delete',
  'min.insync.replicas': '2',
};

/** A cluster with one topic, which has so many replicas of each partition and these settings. */
const cluster = (replicas: readonly number[], settings: Readonly<Record<string, string>>) => ({
  fetchTopicMetadata: jest.fn(async () => ({
    topics: [
      {
        name: topic,
        partitions: replicas.map((count, partitionId) => ({
          ...{ partitionErrorCode: 0, partitionId, leader: 0, isr: [0] },
          replicas: Array.from({ length: count }, (_, broker) => broker),
        })),
      },
    ],
  })),
  describeConfigs: jest.fn(async () => ({
    throttleTime: 0,
    resources: ['fivepoint.other', topic].map((resourceName) => ({
      ...{ errorCode: 0, errorMessage: '', resourceType: ConfigResourceTypes.TOPIC, resourceName },
      configEntries: Object.entries(resourceName === topic ? settings : {}).map(([configName, configValue]) => ({
        ...{ configName, configValue, readOnly: false, isDefault: false, configSource: 1 },
        ...{ isSensitive: false, configSynonyms: [] },
      })),
    })),
  })),
});

const refusing = (error: unknown) => ({
  ...cluster([2], {}),
  describeConfigs: () => Promise.reject(error as Error),
});
const protocolError = (type: string) =>
  new KafkaJSProtocolError(
    Object.assign(new Error(type), { name: 'KafkaJSProtocolError', retriable: false, code: 1, type }),
  );

describe('topics that are there', () => {
  it('are as they are wanted, and more than that is no less', async () => {
    const right = cluster([2, 2], asWanted);
    const none = { losing: [], differing: [] };
    expect(await differences(right, [topic], wanted)).toEqual(none);
    expect(right.fetchTopicMetadata).toHaveBeenCalledWith({ topics: [topic] });
    expect(right.describeConfigs).toHaveBeenCalledWith({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configNames: Object.keys(asWanted) }],
    });
    const more = cluster([3, 2], { ...asWanted, 'min.insync.replicas': '3' });
    expect(await differences(more, [topic], wanted)).toEqual(none);
  });

  it('lose events where they do not keep them for ever', async () => {
    const settings = { 'retention.ms': '604800000', 'cleanup.policy': 'compact', 'min.insync.replicas': '2' };
    expect(await differences(cluster([2, 2], settings), [topic], wanted)).toEqual({
      losing: [
        'fivepoint.deal has retention.ms=604800000, not -1',
        'fivepoint.deal has retention.bytes=undefined, not -1',
        'fivepoint.deal has cleanup.policy=compact, not delete',
      ],
      differing: [],
    });
  });

  it('are not taken to be right where nothing is said of them', async () => {
    const silent = { ...cluster([2, 2], {}), describeConfigs: async () => ({ throttleTime: 0, resources: [] }) };
    expect((await differences(silent, [topic], wanted)).losing).toHaveLength(3);
  });

  it('serve worse with other partitions, fewer replicas or fewer that must have an event', async () => {
    const settings = { ...asWanted, 'min.insync.replicas': '1' };
    expect(await differences(cluster([2, 1, 2], settings), [topic], wanted)).toEqual({
      losing: [],
      differing: [
        "fivepoint.deal has 3 partitions, 2 are wanted: at most 3 processes share a consumer's work on it",
        'fivepoint.deal has 1 replicas, 2 are wanted: brokers that are lost take events with them',
        'fivepoint.deal has 1 min.insync.replicas, 2 are wanted: an event may be confirmed that too few brokers have',
      ],
    });
  });

  it('are not asked for where there are none', async () => {
    const nobody = cluster([], {});
    expect(await differences(nobody, [], wanted)).toEqual({ losing: [], differing: [] });
    expect(nobody.fetchTopicMetadata).not.toHaveBeenCalled();
  });
});

describe('topics whose settings nobody may see', () => {
  it('are said to be so, beside what can be seen, and stop nobody', async () => {
    const { losing, differing } = await differences(
      refusing(protocolError('TOPIC_AUTHORIZATION_FAILED')),
      [topic, 'fivepoint.planning'],
      wanted,
    );
    expect(losing).toEqual([]);
    expect(differing).toEqual([
      'the settings of fivepoint.deal, fivepoint.planning cannot be looked at with these credentials ' +
        '(right DescribeConfigs): see to it that they keep events for ever',
      expect.stringMatching(/^fivepoint\.deal has 1 partitions, 2 are wanted/),
    ]);
  });

  it.each([
    ['the client', protocolError('INVALID_REQUEST')],
    ['anybody else', Object.assign(new Error('INVALID_REQUEST'), { type: 'TOPIC_AUTHORIZATION_FAILED' })],
  ])('are no excuse for another error of %s', async (_, error) => {
    await expect(differences(refusing(error), [topic], wanted)).rejects.toThrow('INVALID_REQUEST');
  });
});
