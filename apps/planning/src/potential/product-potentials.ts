import type { LocalDate } from '@fivepoint/kernel';
import { type Identity, seesAllIn, visibleRows } from '@fivepoint/service';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../account/account';
import { latestAssessments } from '../assessment/latest-assessments';
import { DriverMeasure } from '../driver/driver-measure';

/** An amount in minor units of the currency in which its account is assessed. */
export interface ProductPotential {
  minor: bigint;
  currency: string;
}

/**
 * What of the potential of accounts belongs to each product that a driver is measured for, as it is assessed on a day, of the accounts that the caller
 * may see; three statements for all of them.
 * @returns by the id of the account, a blank, and that of the product; a product without a measure is not in it
 */
export async function productPotentials(
  manager: EntityManager,
  identity: Identity,
  accountIds: readonly string[],
  today: LocalDate,
): Promise<ReadonlyMap<string, ProductPotential>> {
  const { tenantId } = identity;
  const accounts = await visibleRows(manager, Account, { identity, seesAll: seesAllIn.planning })
    .andWhere('e.id = any(:ids)', { ids: [...new Set(accountIds)] })
    .getMany();
  const ids = accounts.map(({ id }) => id);
  const assessments = [...(await latestAssessments(manager, tenantId, ids, today)).values()];
  const measureIds = assessments.flatMap(({ drivers }) => drivers.map(({ measureId }) => measureId));
  const measures = await manager.findBy(DriverMeasure, { tenantId, id: In(measureIds) });
  const productOf = new Map(measures.map(({ id, productId }) => [id, productId]));
  const potentials = new Map<string, ProductPotential>();
  for (const { accountId, currency, drivers } of assessments)
    for (const { measureId, amount } of drivers) {
      const productId = productOf.get(measureId);
      if (!productId) continue;
      const key = `${accountId} ${productId}`;
      potentials.set(key, { minor: (potentials.get(key)?.minor ?? 0n) + BigInt(amount), currency });
    }
  return potentials;
}
