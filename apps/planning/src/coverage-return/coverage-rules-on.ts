import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import { CoverageRule } from '../rules/coverage-rule';
import { ruleOn } from '../rules/in-force';

/** The rule in force on a day for each currency that has one; one statement. */
export async function coverageRulesOn(
  manager: EntityManager,
  tenantId: string,
  day: LocalDate,
): Promise<ReadonlyMap<string, CoverageRule>> {
  const all = await manager.find(CoverageRule, { where: { tenantId }, order: { id: 'ASC' } });
  const currencies = [...new Set(all.map(({ hourCost }) => hourCost.currency))];
  return new Map(
    currencies.flatMap((currency) => {
      const rule = ruleOn(
        all.filter(({ hourCost }) => hourCost.currency === currency),
        day,
      );
      return rule ? [[currency, rule] as const] : [];
    }),
  );
}
