import { daysBetween, type LocalDate, roundedQuotient } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import { Plan } from '../plan/plan';
import { bookedByRep, repTargetsOf } from './rep-targets';

/**
 * What the other plans in force still ask of reps in the days that are left of a plan, in its currency: nobody sells one and the same capacity twice.
 * Of each of them the part that its days in common are of the days that it has left.
 */
export async function askedElsewhere(
  { manager, tenantId }: Command,
  { id, endsOn, currency }: Plan,
  repIds: readonly string[],
  today: LocalDate,
): Promise<Map<string, bigint>> {
  const others = await manager
    .createQueryBuilder(Plan, 'p')
    .where('p.tenant_id = :tenantId and p.id <> :id and p.status = :status and p.currency = :currency', {
      ...{ tenantId, id, currency, status: 'IN_FORCE' },
    })
    .andWhere('p.starts_on <= :today and p.ends_on >= :today', { today })
    .andWhere(
      `exists (select from plan_line l where l.tenant_id = p.tenant_id and l.plan_id = p.id
        and l.standing = 'PLANNED' and l.owner_id = any(:repIds))`,
      { repIds },
    )
    .orderBy('p.id')
    .getMany();
  const targets = await repTargetsOf(
    manager,
    tenantId,
    others.map((other) => other.id),
  );
  const asked = new Map<string, bigint>();
  for (const other of others) {
    const booked = await bookedByRep(manager, tenantId, other, today);
    for (const { planId, repId, rebalanced } of targets) {
      if (planId !== other.id) continue;
      const part = askedUntil(endsOn as LocalDate, rebalanced - (booked.get(repId) ?? 0n), {
        from: today,
        to: other.endsOn as LocalDate,
      });
      asked.set(repId, (asked.get(repId) ?? 0n) + part);
    }
  }
  return asked;
}

/** What of something that is still to be booked in the days of a period falls on those until a day, rounded once; nothing where all is booked. Pure. */
export function askedUntil(end: LocalDate, remaining: bigint, { from, to }: Record<'from' | 'to', LocalDate>): bigint {
  if (remaining <= 0n) return 0n;
  const days = (last: LocalDate) => BigInt(daysBetween(from, last)) + 1n;
  return roundedQuotient(remaining * days(end < to ? end : to), days(to));
}
