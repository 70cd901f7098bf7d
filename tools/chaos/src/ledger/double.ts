import { expectedEvents } from '../../../lifecycle/src/check';
import type { Driven } from '../drive';
import type { Books } from './books';
import { type Finding, shortType } from './finding';
import { eventsByAccount } from './lost';

const double = (what: string): Finding => ({ rule: 'double', what });

/** Effects that are there twice: deeds with one cause, events with one cause, more events than a turn makes, money counted twice. */
export function doubleIn(books: Books, { finished }: Driven): Finding[] {
  const counts = eventsByAccount(books);
  return [
    ...repeated(books.deeds.map(({ service, name, causeId }) => `${service} has done ${name} for ${causeId}`)),
    ...repeated(
      books.outgoing.map(
        ({ service, causationId, type }) => `${service} has told ${shortType(type)} because of ${causationId}`,
      ),
    ),
    ...finished.flatMap(({ accountName, result: { accountId } }) =>
      Object.entries(expectedEvents)
        .filter(([type, expected]) => (counts.get(`${accountId} ${type}`) ?? 0) > expected)
        .map(([type, expected]) =>
          double(`${accountName} has ${counts.get(`${accountId} ${type}`)} of ${expected} ${type}`),
        ),
    ),
    ...finished
      .filter(({ amount, result }) => (books.collected.get(result.accountId) ?? 0n) > BigInt(amount.replace('.', '')))
      .map(({ accountName }) => double(`${accountName} has paid more than its contract, says customer-success`)),
  ];
}

function repeated(effects: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const effect of effects) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([effect, count]) => double(`${effect} ${count} times`));
}
