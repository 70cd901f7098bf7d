import { type ITopicMetadata, KafkaJSProtocolError } from 'kafkajs';
import { topicLeaders } from './topic-leaders';

const led = (...leaders: number[]) => ({
  topics: leaders.map((leader) => ({ name: 'deal', partitions: [{ leader: 1 }, { leader }] })) as ITopicMetadata[],
});
const protocolError = (message: string, retriable: boolean) =>
  Object.assign(new KafkaJSProtocolError(new Error(message)), { retriable });
const unknown = protocolError('This server does not host this topic-partition', true);

const topics = ['deal', 'planning'];

/** An administrator to whom the broker says one thing after the other. */
const told = (...answers: (Error | ReturnType<typeof led>)[]) => ({
  fetchTopicMetadata: async ({ topics }: { topics: string[] }) => {
    expect(topics).toEqual(['deal', 'planning']);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    return answer!;
  },
});

describe('new topics', () => {
  it('are there when the broker knows them and each partition has a leader', async () => {
    const broker = told(unknown, led(-1, 1), led(1, -1), led(0, 1), new Error('asked once more than needed'));
    await topicLeaders(broker, topics);
    await expect(broker.fetchTopicMetadata({ topics })).rejects.toThrow('asked once more');
  });

  it('are not there when the time is over, or something else is wrong', async () => {
    await expect(topicLeaders(told(led(-1)), topics, 60)).rejects.toThrow(
      'the new topics deal, planning have no leaders after 0.06 s',
    );
    await expect(topicLeaders(told(unknown), topics, 60)).rejects.toThrow('does not host');
    const others = [new Error('not allowed'), protocolError('not allowed', false)];
    for (const error of [...others, Object.assign(new Error('not allowed'), { retriable: true })])
      await expect(topicLeaders(told(error, led(1)), topics)).rejects.toThrow('not allowed');
  });
});
