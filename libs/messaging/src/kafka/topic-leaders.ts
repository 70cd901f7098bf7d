import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, KafkaJSProtocolError } from 'kafkajs';

/**
 * Resolves when every partition of the new topics has a leader. The client's own wait gives up at once where a busy broker has taken the topic
 * and does not know of it yet.
 */
export async function topicLeaders(
  admin: Pick<Admin, 'fetchTopicMetadata'>,
  topics: readonly string[],
  timeoutMs = 30_000,
): Promise<void> {
  for (const giveUpAt = performance.now() + timeoutMs; ; await pause(50)) {
    try {
      const found = await admin.fetchTopicMetadata({ topics: [...topics] });
      if (found.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return;
    } catch (error) {
      if (!(error instanceof KafkaJSProtocolError && error.retriable)) throw error;
      // Stryker disable next-line EqualityOperator: nobody meets that very moment
      if (performance.now() > giveUpAt) throw error;
    }
    // Stryker disable next-line EqualityOperator: nobody meets that very moment
    if (performance.now() > giveUpAt)
      throw new Error(`the new topics ${topics.join(', ')} have no leaders after ${timeoutMs / 1000} s`);
  }
}
