import type { LocalDate } from '@fivepoint/kernel';
import { type Viewer, visibleRows } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { recordedRules } from '../rules/recorded-rules';
import { stintsOf } from '../talent/stints';
import { CapacityStatement } from './capacity-statement';
import { capacityOf, type RepCapacity } from './capacity';
import { productivityOf } from './productivity';
import { TeamRule, teamTermsOn } from './team-rule';

/**
 * What each of some reps can deliver in a period, of those about whom the viewer may know; null where it is not known. Three statements for all.
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
  const stints = await stintsOf(manager, tenantId, repIds);
  const rules = await recordedRules(manager, tenantId, TeamRule);
  return repIds.map((id) => {
    const known = stated
      .filter(({ repId }) => repId === id)
      .map(({ fullCapacity, effectiveOn, startedOn, certifiedOn }) => ({
        fullCapacity: fullCapacity.minor,
        effectiveOn,
        startedOn,
        certifiedOn,
      }));
    return capacityOf(from, to, productivityOf(known, stints.get(id) ?? []), (day) => teamTermsOn(rules, day));
  });
}
