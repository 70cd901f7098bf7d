import type { Driven } from '../drive';
import type { Books } from './books';
import { doubleIn } from './double';
import type { Finding } from './finding';
import { lostIn } from './lost';
import { outOfOrderIn } from './order';
import { stuckIn } from './stuck';

/** Everything that is wrong, told by the databases themselves; empty when every handoff has had its effect once and in order. */
export function judge(
  books: Books,
  driven: Driven,
  acknowledged: ReadonlyMap<string, string>,
  graph: readonly string[],
): Finding[] {
  return [
    ...lostIn(books, driven, acknowledged),
    ...doubleIn(books, driven),
    ...outOfOrderIn(books),
    ...stuckIn(books, driven),
    ...graph.map((what): Finding => ({ rule: 'wrong in the graph', what })),
  ];
}
