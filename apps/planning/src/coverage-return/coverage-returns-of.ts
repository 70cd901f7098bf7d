import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Account } from '../account/account';
import { latestAssessments } from '../assessment/latest-assessments';
import { effortOf } from '../rules/account-strategy';
import { classStrategiesOn } from '../rules/class-strategies-on';
import { CoverageReturn, shownReturn } from './coverage-return';
import { coverageRulesOn } from './coverage-rules-on';

/** What work on these accounts would bring beside what it costs, by the rules of today, one each in their order; three statements for all of them. */
export async function coverageReturnsOf(
  manager: EntityManager,
  tenantId: string,
  accounts: readonly Account[],
  today: LocalDate,
): Promise<CoverageReturn[]> {
  const assessments = await latestAssessments(
    manager,
    tenantId,
    accounts.map(({ id }) => id),
  );
  const rules = await coverageRulesOn(manager, tenantId, today);
  const strategies = await classStrategiesOn(manager, tenantId, today);
  return accounts.map((account) => {
    const assessment = assessments.get(account.id);
    const currency = assessment?.currency ?? null;
    const rule = currency === null ? null : (rules.get(currency) ?? null);
    const strategy = account.class === null ? null : (strategies.get(account.class) ?? null);
    const effort = effortOf(account, strategy);
    const facts = {
      attainable: assessment?.attainable?.minor ?? null,
      horizonMonths: assessment?.horizonMonths ?? null,
      effortHours: effort.effortHours,
      rule: rule && { marginBasisPoints: rule.marginBasisPoints, hourCost: rule.hourCost.minor },
    };
    return Object.assign(new CoverageReturn(), {
      id: account.id,
      ...shownReturn(facts, currency),
      ...effort,
      coverageRuleId: rule?.id ?? null,
      classStrategyId: effort.ownEffort ? null : (strategy?.id ?? null),
    });
  });
}
