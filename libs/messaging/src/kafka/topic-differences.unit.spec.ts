import { KafkaJSProtocolError } from 'kafkajs';
import { differences } from './topic-differences';

const wanted = { partitions: 6, replicas: 1, insync: 1 };
const partition = { partitionErrorCode: 0, leader: 0, replicas: [0], isr: [0] };

/** A cluster with one topic, as wanted but for its partitions, that refuses to tell of its settings. */
const silent = (type: string) => ({
  fetchTopicMetadata: async () => ({
    topics: [{ name: 'fivepoint.deal', partitions: [{ ...partition, partitionId: 0 }] }],
  }),
  describeConfigs: () =>
    Promise.reject(
      new KafkaJSProtocolError(
        Object.assign(new Error(type), { name: 'KafkaJSProtocolError', retriable: false, type }),
      ),
    ),
});

describe('topics whose settings nobody may see', () => {
  it('are said to be so, beside what can be seen, and stop nobody', async () => {
    const { losing, differing } = await differences(silent('TOPIC_AUTHORIZATION_FAILED'), ['fivepoint.deal'], wanted);
    expect(losing).toEqual([]);
    expect(differing).toEqual([
      expect.stringMatching(/^the settings of fivepoint\.deal cannot be looked at .* DescribeConfigs/),
      expect.stringMatching(/^fivepoint\.deal has 1 partitions, 6 are wanted/),
    ]);
  });

  it('are no excuse for another error', async () => {
    await expect(differences(silent('INVALID_REQUEST'), ['fivepoint.deal'], wanted)).rejects.toThrow('INVALID_REQUEST');
  });
});
