import { Money } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import { BookedContract } from './booked-contract';
import { CollectedPayment } from './collected-payment';

/** What came of a plan line. */
export interface Attained {
  booked: Money;
  collected: Money;
}

/** The sums of both kinds for plan lines, by line and currency; two statements, however many lines. */
export async function attainedBy(
  manager: EntityManager,
  tenantId: string,
  planLineIds: readonly string[],
): Promise<(planLineId: string, currency: string) => Attained> {
  const [booked, collected] = [
    await sums(manager, BookedContract, tenantId, planLineIds),
    await sums(manager, CollectedPayment, tenantId, planLineIds),
  ];
  return (planLineId, currency) => {
    const of = (found: Map<string, bigint>) => Money.of(found.get(`${planLineId} ${currency}`) ?? 0n, currency);
    return { booked: of(booked), collected: of(collected) };
  };
}

async function sums(
  manager: EntityManager,
  entity: typeof BookedContract | typeof CollectedPayment,
  tenantId: string,
  planLineIds: readonly string[],
): Promise<Map<string, bigint>> {
  const rows = await manager
    .createQueryBuilder<BookedContract | CollectedPayment>(entity, 'a')
    .select('a.plan_line_id', 'planLineId')
    .addSelect('a.amount_currency', 'currency')
    .addSelect('sum(a.amount_minor)::text', 'minor')
    .where('a.tenant_id = :tenantId and a.plan_line_id = any(:planLineIds)', { tenantId, planLineIds })
    .groupBy('a.plan_line_id, a.amount_currency')
    .getRawMany<{ planLineId: string; currency: string; minor: string }>();
  return new Map(rows.map(({ planLineId, currency, minor }) => [`${planLineId} ${currency}`, BigInt(minor)]));
}
