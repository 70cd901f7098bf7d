import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import { CoverageRule } from '../rules/coverage-rule';
import { ruleOn } from '../rules/in-force';
import { recordedRules } from '../rules/recorded-rules';

/** The rule in force on a day for each currency that has one; one statement. */
export async function coverageRulesOn(
  manager: EntityManager,
  tenantId: string,
  day: LocalDate,
): Promise<ReadonlyMap<string, CoverageRule>> {
  const all = await recordedRules(manager, tenantId, CoverageRule);
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
