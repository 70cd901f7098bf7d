import type { GraphContext } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';

/** Reads something that an operation asks for once, however many of its fields need it; `name` says what, with all that it depends on. */
export function readOnce<R>(
  context: GraphContext,
  name: readonly unknown[],
  work: (manager: EntityManager) => Promise<R>,
): Promise<R> {
  return context.reads.batched(JSON.stringify(name), '', async (manager) => [await work(manager)]);
}
