import type { EntityManager } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import type { Stint } from '../capacity/productivity';
import { Candidate } from './candidate';

/** The times of reps in the house, by rep and in the order of their first days; one statement. */
export async function stintsOf(
  manager: EntityManager,
  tenantId: string,
  repIds: readonly string[],
): Promise<Map<string, Stint[]>> {
  const hired = await manager.find(Candidate, {
    where: { tenantId, repId: In([...repIds]), hiredOn: Not(IsNull()) },
    order: { hiredOn: 'ASC', endedOn: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
  });
  const byRep = new Map<string, Stint[]>();
  for (const { repId, hiredOn, certifiedOn, endedOn } of hired)
    if (repId !== null && hiredOn !== null)
      byRep.set(repId, [...(byRep.get(repId) ?? []), { hiredOn, certifiedOn, endedOn }]);
  return byRep;
}
