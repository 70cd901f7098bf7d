import type { Books, Incoming, Outgoing } from './books';
import { type Finding } from './finding';

const outOfOrder = (what: string): Finding => ({ rule: 'out of order', what });

/** Sequences with gaps, positions, receipts or settlements that do not follow the sequence, and events in another's place. */
export function outOfOrderIn({ outgoing, incoming }: Books): Finding[] {
  const placeOf = new Map(outgoing.map(({ id, key, sequence }) => [id, `${key} ${sequence}`]));
  return [
    ...streams(outgoing, ({ service, key }) => `${service} ${key}`).flatMap(([name, events]) => [
      ...events
        .filter(({ sequence }, n) => sequence !== n + 1)
        .slice(0, 1)
        .map(({ sequence }) => outOfOrder(`the outbox of ${name} has a gap before ${sequence}`)),
      ...backwards(events, ({ position }) => position, `the log of ${name}`),
    ]),
    ...streams(incoming, ({ consumer, topic, key }) => `${consumer} ${topic} ${key}`).flatMap(([name, events]) => [
      ...backwards(events, ({ receivedAt }) => receivedAt, `the receipt of ${name}`),
      ...backwards(events, ({ doneAt }) => doneAt, `the handling of ${name}`),
    ]),
    ...incoming
      .filter(({ id, key, sequence }) => placeOf.has(id) && placeOf.get(id) !== `${key} ${sequence}`)
      .map(({ consumer, id }) => outOfOrder(`${consumer} has ${id} in another place than its owner`)),
  ];
}

/** @param events in order of sequence */
function backwards<E extends Outgoing | Incoming>(
  events: readonly E[],
  by: (event: E) => number | null,
  where: string,
): Finding[] {
  const findings: Finding[] = [];
  let last = -Infinity;
  for (const event of events) {
    const at = by(event);
    if (at === null) continue;
    if (at < last) findings.push(outOfOrder(`${where}: ${event.sequence} (${event.id}) came before an earlier one`));
    last = Math.max(last, at);
  }
  return findings;
}

function streams<E extends Outgoing | Incoming>(rows: readonly E[], nameOf: (row: E) => string): [string, E[]][] {
  const byName = new Map<string, E[]>();
  for (const row of rows) {
    const own = byName.get(nameOf(row)) ?? [];
    byName.set(nameOf(row), own);
    own.push(row);
  }
  for (const own of byName.values()) own.sort((a, b) => a.sequence - b.sequence);
  return [...byName];
}
