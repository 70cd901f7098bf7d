import { defaultTuning, kafkaTransport, on } from '../index';
import { leaveEffect, recordingLog, serviceOn, signed, type SpecCommand, type SpecDatabase } from './service';

/** The names of a broker and what is put before those of topics and groups. */
export interface KafkaAddress {
  brokers: readonly string[];
  prefix: string;
}

/**
 * One instance of a service that handles what comes over Kafka, as slowly or fast as production does; an event whose key begins with `slow`
 * takes a minute. Prints a line once it is a member of its group.
 */
export async function handleFromKafka(database: SpecDatabase, address: KafkaAddress): Promise<void> {
  const service = await serviceOn('receivables', database);
  const handler = on(signed, async (command: SpecCommand, event) => {
    if (event.key.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 60_000));
    await leaveEffect('receivables', command, event);
  });
  const transport = kafkaTransport({ ...address, clientId: 'spec', log: recordingLog() });
  const messaging = await service.start(transport, [{ name: 'receivables', handlers: [handler] }], defaultTuning);
  while (!messaging.ready()) await new Promise((resolve) => setTimeout(resolve, 10));
  process.stdout.write('handles\n');
}
