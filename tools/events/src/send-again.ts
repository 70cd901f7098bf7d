import { type ServiceName, serviceNames, topicOf } from '@fivepoint/contracts';
import { type MissingEvent, type ReplayScope, type RunInTransaction } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { serviceNamed } from '../../local/src/services';
import { consumerNamed, type EventsHouse } from './events-house';

/** 1: not all that was asked for could be done. */
export type ExitCode = 0 | 1;
export type Print = (line: string) => void;

/**
 * Sends a consumer what the owners of its topics published: into its inbox, or through Kafka where there are brokers. A rebuild first makes
 * sure that all owners still have everything, and only then deletes what the consumer has. RangeError or ReplayRefused: nothing was changed.
 */
export async function replay(
  house: EventsHouse,
  { consumer: name, rebuild, scope }: { consumer: string; rebuild: boolean; scope: ReplayScope },
  print: Print,
): Promise<ExitCode> {
  const { service, topics } = consumerNamed(name);
  const events = house.events(service);
  const owners = new Map(topics.map((topic) => [topic, house.events(ownerOf(topic))]));
  const { kafka } = house;
  const { sent, cleared, unfilled } = await events.replay(
    { consumer: name, mode: rebuild ? 'rebuild' : 'missing', scope },
    {
      logOf: (topic) => owners.get(topic)?.outbox ?? null,
      send: (consumer, topic, envelopes) =>
        kafka ? kafka.resend(topic, envelopes, consumer) : events.deliver(consumer, topic, envelopes),
      runInTransaction: rebuild ? (await house.asApp(service)).runInTransaction : clearsNothing,
    },
  );
  if (rebuild) print(`${name} has forgotten ${counted(cleared)}`);
  print(`sent ${name} ${counted(sent)}, ${kafka ? 'through Kafka' : 'into its inbox'}`);
  if (house.running === false) print('nothing runs here: they are handled after the next start');
  for (const hole of unfilled) {
    const prunedUntil = (await owners.get(hole.topic)?.outbox.prunedUntil()) ?? null;
    print(stillMissing(hole, prunedUntil));
  }
  return unfilled.length > 0 ? 1 : 0;
}

/** The owner's half: publishes what it has once more, for one consumer. */
export async function resend(
  house: EventsHouse,
  { service, consumer, scope }: { service: string; consumer: string; scope: ReplayScope },
  print: Print,
): Promise<ExitCode> {
  const owner = serviceNamed(service).name;
  const { topics } = consumerNamed(consumer);
  if (!topics.includes(topicOf(owner)))
    throw new RangeError(`${consumer} reads nothing of ${owner}; it reads ${topics.map(ownerOf).join(', ')}`);
  if (!house.kafka)
    throw new RangeError('resend publishes through Kafka: set KAFKA_BROKERS, or use replay, which needs no broker');
  const sent = await house.events(owner).resend(house.kafka, { consumer, scope });
  print(`sent ${consumer} ${counted(sent)} of ${owner}, through Kafka`);
  return 0;
}

function stillMissing({ topic, key, sequence }: MissingEvent, prunedUntil: Date | null): string {
  const why = prunedUntil
    ? `its owner's outbox has been pruned until ${prunedUntil.toISOString()}`
    : 'it is not within what was asked for';
  return `still missing: event ${sequence} of key ${key} in ${topic}; ${why}`;
}

const ownerOf = (topic: string): ServiceName => serviceNames.find((service) => topicOf(service) === topic)!;

const counted = (events: number): string => `${events} event${events === 1 ? '' : 's'}`;

const clearsNothing: RunInTransaction<Command> = () => {
  throw new Error('only a rebuild clears');
};
