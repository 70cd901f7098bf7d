import type { Driven } from '../drive';
import { expectedEvents } from '../../../lifecycle/src/check';
import { announcedBy } from './announcements';
import type { Books } from './books';
import { readers } from './consumers';
import { type Finding, handoffOf, shortType } from './finding';

const lost = (what: string, handoff?: string): Finding => ({ rule: 'lost', what, ...(handoff && { handoff }) });

/** What was published and never came, what was done and not told, what was told and not done, what was answered and is not there. */
export function lostIn(books: Books, driven: Driven, acknowledged: ReadonlyMap<string, string>): Finding[] {
  return [
    ...neverReceived(books),
    ...notAnnounced(books),
    ...notDone(books),
    ...[...acknowledged]
      .filter(([key, id]) => books.keys.get(key) !== id)
      .map(([key]) => lost(`the command ${key} was acknowledged, and no database has it`)),
    ...tooFewEvents(books, driven),
  ];
}

function neverReceived({ outgoing, incoming }: Books): Finding[] {
  const settled = new Map(incoming.map(({ consumer, id, state }) => [`${consumer} ${id}`, state]));
  return outgoing
    .filter(({ published }) => published)
    .flatMap(({ service, type, id }) =>
      readers
        .filter(({ types }) => types.has(type))
        .filter(({ consumer }) => [undefined, 'IGNORED', 'DISCARDED'].includes(settled.get(`${consumer} ${id}`)))
        .map(({ consumer }) =>
          lost(`${consumer} has not handled ${shortType(type)} ${id}`, handoffOf(service, consumer, type)),
        ),
    );
}

function notAnnounced({ deeds, outgoing }: Books): Finding[] {
  const typeOf = new Map(outgoing.map(({ id, type }) => [id, shortType(type)]));
  const told = new Set(
    outgoing.map(({ service, causationId, type }) => `${service} ${causationId} ${shortType(type)}`),
  );
  return deeds.flatMap(({ service, name, causeId }) =>
    announcedBy(name, typeOf.get(causeId) ?? null)
      .filter((type) => !told.has(`${service} ${causeId} ${type}`))
      .map((type) => lost(`${service} has done ${name} (${causeId}) and its ${type} is in no outbox`)),
  );
}

function notDone({ deeds, outgoing }: Books): Finding[] {
  const done = new Set(deeds.map(({ service, causeId }) => `${service} ${causeId}`));
  return outgoing
    .filter(({ service, causationId }) => !done.has(`${service} ${causationId}`))
    .map(({ service, type, id }) =>
      lost(`${service} tells ${shortType(type)} ${id}, and what it tells was never done`),
    );
}

function tooFewEvents(books: Books, { finished }: Driven): Finding[] {
  const counts = eventsByAccount(books);
  return finished.flatMap(({ accountName, result: { accountId } }) =>
    Object.entries(expectedEvents)
      .filter(([type, expected]) => (counts.get(`${accountId} ${type}`) ?? 0) < expected)
      .map(([type, expected]) =>
        lost(`${accountName} has ${counts.get(`${accountId} ${type}`) ?? 0} of ${expected} ${type}`),
      ),
  );
}

/** `<account> <short type>` → how many events. */
export function eventsByAccount({ outgoing }: Books): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, type } of outgoing)
    counts.set(`${key} ${shortType(type)}`, (counts.get(`${key} ${shortType(type)}`) ?? 0) + 1);
  return counts;
}
