import { type ITopicMetadata, KafkaJSProtocolError } from 'kafkajs';
import { topicLeaders } from './topic-leaders';

const led = (leader: number) => ({ topics: [{ name: 'deal', partitions: [{ leader }] }] as ITopicMetadata[] });
const unknown = Object.assign(new KafkaJSProtocolError(new Error('This server does not host this topic-partition')), {
  retriable: true,
});

/** An administrator to whom the broker says one thing after the other. */
const told = (...answers: (Error | ReturnType<typeof led>)[]) => ({
  fetchTopicMetadata: async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer!;
  },
});

describe('new topics', () => {
  it('are there when the broker knows them and each partition has a leader', async () => {
    await topicLeaders(told(unknown, led(-1), led(1)), ['deal']);
  });

  it('are not there when the time is over, or something else is wrong', async () => {
    await expect(topicLeaders(told(led(-1)), ['deal'], 60)).rejects.toThrow('the new topics deal have no leaders');
    await expect(topicLeaders(told(unknown), ['deal'], 60)).rejects.toThrow('does not host');
    await expect(topicLeaders(told(new Error('not allowed'), led(1)), ['deal'])).rejects.toThrow('not allowed');
  });
});
