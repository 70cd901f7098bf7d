import { parseLocalDate } from '@fivepoint/kernel';
import type { EntityManager } from 'typeorm';
import type { Always } from '../relationship/lifecycle-stage';
import type { DatedRule } from '../rules/dated-rule';
import type { Dated } from '../rules/in-force';
import { PortfolioRule } from '../rules/portfolio-rule';
import { PotentialRule } from '../rules/potential-rule';
import { recordedRules } from '../rules/recorded-rules';
import { RelationshipChain } from '../rules/relationship-chain';
import { StageRule } from '../rules/stage-rule';
import type { AssessmentRules } from './assess';

/** By what a tenant's accounts are assessed; null for one that is not registered, whose accounts are not. */
export async function rulesOfTenant(manager: EntityManager, tenantId: string): Promise<AssessmentRules | null> {
  const potential = await datedRules(manager, tenantId, PotentialRule);
  const stage = await datedRules(manager, tenantId, StageRule);
  const chain = await datedRules(manager, tenantId, RelationshipChain);
  const portfolio = await datedRules(manager, tenantId, PortfolioRule);
  if (!isAny(potential) || !isAny(stage) || !isAny(chain)) return null;
  return {
    potential: every(potential, (rule) => ({
      ...{ id: rule.id, horizonMonths: rule.horizonMonths, attainableBasisPoints: rule.attainableBasisPoints },
      stageFactors: {
        EXPLORATION: rule.explorationBasisPoints,
        BUILD_UP: rule.buildUpBasisPoints,
        MATURITY: rule.maturityBasisPoints,
        DECLINE: rule.declineBasisPoints,
      },
    })),
    stage: every(stage, ({ id, rules, driftBasisPoints }) => ({ id, ...rules, driftBasisPoints })),
    chain: every(chain, ({ id, chain: roles }) => ({ id, roles })),
    portfolio: portfolio.map(({ from, is }) => ({
      from,
      is: { id: is.id, currency: is.potentialThreshold.currency, ...is.rules },
    })),
  };
}

/** In the order in which they were recorded. */
export async function datedRules<T extends DatedRule>(
  manager: EntityManager,
  tenantId: string,
  Rule: new () => T,
): Promise<Dated<T>[]> {
  const rules = await recordedRules(manager, tenantId, Rule);
  return rules.map((is) => ({ from: parseLocalDate(is.effectiveOn), is }));
}

const isAny = <T>(dated: readonly Dated<T>[]): dated is Always<T> => dated.length > 0;

const every = <T, R>([first, ...later]: Always<T>, of: (rule: T) => R): Always<R> => [
  { from: first.from, is: of(first.is) },
  ...later.map(({ from, is }) => ({ from, is: of(is) })),
];
