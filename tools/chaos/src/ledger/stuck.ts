import type { Driven } from '../drive';
import type { Books } from './books';
import { type Finding, handoffOf, shortType } from './finding';

/** What has come to no end although nothing disturbs it any more. */
export function stuckIn({ outgoing, incoming, streams, rejected }: Books, { broken }: Driven): Finding[] {
  const origin = new Map(outgoing.map(({ id, service, type }) => [id, { service, type }]));
  const stuck = (what: string): Finding => ({ rule: 'stuck', what });
  return [
    ...outgoing
      .filter(({ published }) => !published)
      .map(({ service, type, id }) => stuck(`${service} has not published ${shortType(type)} ${id}`)),
    ...incoming
      .filter(({ state }) => ['RECEIVED', 'WAITING', 'PARKED'].includes(state))
      .map(({ consumer, id, state, reason }): Finding => {
        const from = origin.get(id);
        const type = from?.type ?? 'an event of nobody';
        return {
          ...stuck(`${consumer} has ${shortType(type)} ${id} ${state}${reason ? `: ${reason}` : ''}`),
          ...(from && { handoff: handoffOf(from.service, consumer, type) }),
        };
      }),
    ...streams
      .filter(({ state }) => state !== 'IDLE')
      .map(({ consumer, topic, key, state }) => stuck(`the stream ${consumer} ${topic} ${key} is ${state}`)),
    ...rejected.map(({ service, reason }) => stuck(`${service} has set a message aside: ${reason}`)),
    ...broken.map(({ accountName, why }) => stuck(`${accountName} did not get round: ${why}`)),
  ];
}
