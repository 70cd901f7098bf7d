import { type ServiceName, topicOf } from '@fivepoint/contracts';
import { type PruneLimits, topicsOf } from '@fivepoint/messaging';
import { serviceNamed, services } from '../../local/src/services';
import { type EventsHouse } from './events-house';
import type { ExitCode, Print } from './send-again';

/** Deletes what nobody needs any more of one service, or of all within reach. */
export async function prune(
  house: EventsHouse,
  { service, ...limits }: { service: string | null } & PruneLimits,
  print: Print,
): Promise<ExitCode> {
  for (const name of service === null ? house.reachable() : [serviceNamed(service).name]) {
    const readByAll = limits.outboxBefore ? await readBy(house, name) : { position: 0, last: null };
    const { outbox, inbox, rejected } = await house.events(name).prune(limits, readByAll.position);
    const parts = [
      ...(limits.outboxBefore ? [`${outbox} from the outbox`] : []),
      ...(limits.inboxBefore ? [`${inbox} from the inbox`] : []),
      ...(limits.rejectedBefore ? [`${rejected} set aside`] : []),
    ];
    const kept = readByAll.last ? `; kept what ${readByAll.last} has not read` : '';
    print(`${name}: deleted ${parts.join(', ')}${kept}`);
  }
  return 0;
}

/**
 * Up to which position everybody has read a service's outbox, and who is last where somebody is behind its end. Where only Kafka carries its
 * events nobody reads it but the relay.
 */
async function readBy(house: EventsHouse, owner: ServiceName): Promise<{ position: number; last: string | null }> {
  const { outbox, publications } = house.events(owner);
  const all = { position: Number.MAX_SAFE_INTEGER, last: null };
  if (!(await publications()).some(({ transport }) => transport === 'in-process')) return all;
  const topic = topicOf(owner);
  const readers = services.flatMap(({ name, consumers }) =>
    consumers.filter((one) => topicsOf(one).includes(topic)).map((consumer) => ({ name, consumer: consumer.name })),
  );
  let least: { position: number; last: string | null } = all;
  for (const { name, consumer } of readers) {
    const cursor = await house.events(name).cursor(consumer, topic);
    const { logId, events } = await outbox.after(cursor?.position ?? 0, 1);
    const position = cursor?.logId === logId ? cursor.position : 0;
    if (position < least.position) least = { position, last: events.length > 0 || position === 0 ? consumer : null };
  }
  return least;
}
