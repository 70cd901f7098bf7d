import { type LocalDate, localDateOf } from '@fivepoint/kernel';
import type { GraphContext } from '@fivepoint/service';
import { timeZoneOf } from './tenant';

/** Today in the company's time zone for fields of many rows: asked once in an operation. */
export const todayOnce = (context: GraphContext): Promise<LocalDate> =>
  context.reads.batched('today', context.caller.tenantId, async (manager, tenantIds) =>
    Promise.all(tenantIds.map(async (id) => localDateOf(context.now(), await timeZoneOf(manager, id)))),
  );
