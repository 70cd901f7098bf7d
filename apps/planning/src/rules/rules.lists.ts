import { among, from, is, listOf, to } from '@fivepoint/service';
import { AttainmentRule } from './attainment-rule';
import { ClassStrategy } from './class-strategy';
import { IncentiveRule } from './incentive-rule';
import { CoverageRule } from './coverage-rule';
import { PortfolioRule } from './portfolio-rule';
import { PotentialRule } from './potential-rule';
import { RelationshipChain } from './relationship-chain';
import { StageRule } from './stage-rule';
import { StageStrategy } from './stage-strategy';
import { TrustRule } from './trust-rule';
import {
  AttainmentRuleFilter,
  ClassStrategyFilter,
  IncentiveRuleFilter,
  CoverageRuleFilter,
  PortfolioRuleFilter,
  PotentialRuleFilter,
  RelationshipChainFilter,
  StageRuleFilter,
  StageStrategyFilter,
  TrustRuleFilter,
} from './rules.filters';

/** What every list of rules is narrowed by, and its order. */
export const effective = { effectiveFrom: from('effectiveOn'), effectiveTo: to('effectiveOn') } as const;

export const orders = {
  EFFECTIVE_ON: { by: 'effectiveOn', description: 'The day from which on it is in force (生效日).' },
} as const;

export const order = { field: 'EFFECTIVE_ON', direction: 'DESC' } as const;

export const PotentialRuleList = listOf(PotentialRule, 'potentialRules', {
  filter: PotentialRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const StageRuleList = listOf(StageRule, 'stageRules', {
  filter: StageRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const RelationshipChainList = listOf(RelationshipChain, 'relationshipChains', {
  filter: RelationshipChainFilter,
  where: { ...effective },
  orders,
  order,
});

export const TrustRuleList = listOf(TrustRule, 'trustRules', {
  filter: TrustRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const PortfolioRuleList = listOf(PortfolioRule, 'portfolioRules', {
  filter: PortfolioRuleFilter,
  where: { ...effective, currency: is('potentialThreshold.currency') },
  orders,
  order,
});

export const CoverageRuleList = listOf(CoverageRule, 'coverageRules', {
  filter: CoverageRuleFilter,
  where: { ...effective, currency: is('hourCost.currency') },
  orders,
  order,
});

export const ClassStrategyList = listOf(ClassStrategy, 'classStrategies', {
  filter: ClassStrategyFilter,
  where: { ...effective, classes: among('class') },
  orders,
  order,
});

export const StageStrategyList = listOf(StageStrategy, 'stageStrategies', {
  filter: StageStrategyFilter,
  where: { ...effective, stages: among('stage') },
  orders,
  order,
});

export const AttainmentRuleList = listOf(AttainmentRule, 'attainmentRules', {
  filter: AttainmentRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const IncentiveRuleList = listOf(IncentiveRule, 'incentiveRules', {
  filter: IncentiveRuleFilter,
  where: { ...effective },
  orders,
  order,
});
