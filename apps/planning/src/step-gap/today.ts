import { type LocalDate, localDateOf } from '@fivepoint/kernel';
import type { GraphContext } from '@fivepoint/service';
import { timeZoneOf } from '../tenant/tenant';

/** Today in the tenant's time zone, asked for once in an operation, however many rows want to know. */
export function todayOf(context: GraphContext): Promise<LocalDate> {
  const { tenantId } = context.caller;
  return context.reads.batched('today', tenantId, async (manager) => [
    localDateOf(context.now(), await timeZoneOf(manager, tenantId)),
  ]);
}
