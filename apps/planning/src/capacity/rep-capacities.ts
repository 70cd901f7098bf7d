import type { LocalDate } from '@fivepoint/kernel';
import { type Viewer, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { recordedRules } from '../rules/recorded-rules';
import { Candidate } from '../talent/candidate';
import { CapacityStatement } from './capacity-statement';
import { capacityOf, type RepCapacity } from './capacity';
import { TeamRule, teamTermsOn } from './team-rule';

/**
 * What each of some reps can deliver in a period, of those about whom the viewer may know; null where it is not known. Where a statement leaves
 * open when the rep began or was certified, it is as the talent pipeline has it. Three statements for all.
 */
export async function repCapacities(
  manager: EntityManager,
  viewer: Viewer,
  repIds: readonly string[],
  { from, to, currency }: { from: LocalDate; to: LocalDate; currency: string },
): Promise<(RepCapacity | null)[]> {
  const stated = await visibleRows(manager, CapacityStatement, viewer)
    .andWhere('e.rep_id = any(:repIds) and e.full_capacity_currency = :currency', { repIds, currency })
    .orderBy('e.id')
    .getMany();
  const { tenantId } = viewer.identity;
  const hired = new Map(
    (await manager.findBy(Candidate, { tenantId, repId: In([...repIds]) })).map((one) => [one.repId, one]),
  );
  const rules = await recordedRules(manager, tenantId, TeamRule);
  return repIds.map((id) => {
    const known = stated
      .filter(({ repId }) => repId === id)
      .map(({ fullCapacity, effectiveOn, startedOn, certifiedOn }) => ({
        fullCapacity: fullCapacity.minor,
        effectiveOn,
        startedOn: startedOn ?? hired.get(id)?.hiredOn ?? null,
        certifiedOn: certifiedOn ?? hired.get(id)?.certifiedOn ?? null,
        leftOn: hired.get(id)?.endedOn ?? null,
      }));
    return capacityOf(from, to, known, (day) => teamTermsOn(rules, day));
  });
}
