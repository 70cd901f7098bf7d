import type { LocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Account } from '../account/account';
import { latestAssessments } from '../assessment/latest-assessments';
import { effortOf } from '../rules/account-strategy';
import { ClassStrategy } from '../rules/class-strategy';
import { CoverageRule } from '../rules/coverage-rule';
import { ruleOn } from '../rules/in-force';
import { recordedRules } from '../rules/recorded-rules';
import { CoverageReturn, shownReturn } from './coverage-return';

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
  const rules = await recordedRules(manager, tenantId, CoverageRule);
  const strategies = await recordedRules(manager, tenantId, ClassStrategy);
  return accounts.map((account) => {
    const assessment = assessments.get(account.id);
    const currency = assessment?.currency ?? null;
    const rule = ruleOn(
      rules.filter(({ hourCost }) => hourCost.currency === currency),
      today,
    );
    const strategy = ruleOn(
      strategies.filter((one) => one.class === account.class),
      today,
    );
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
