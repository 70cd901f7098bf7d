import { among, is, listOf } from '@fivepoint/service';
import { effective, order, orders } from '../rules/rules.lists';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { RebalancedTargetFilter, RebalancingFilter, RebalancingRuleFilter } from './rebalancing.inputs';
import { RebalancingRule } from './rebalancing-rule';

export const RebalancingRuleList = listOf(RebalancingRule, 'rules for rebalancing', {
  filter: RebalancingRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const RebalancingList = listOf(Rebalancing, 'rebalancings', {
  filter: RebalancingFilter,
  where: { planId: is('planId'), statuses: among('status'), ownerId: is('ownerId'), team: is('team') },
});

export const RebalancedTargetList = listOf(RebalancedTarget, 'what rebalancings say of reps', {
  filter: RebalancedTargetFilter,
  where: { rebalancingId: is('rebalancingId'), planId: is('planId'), repId: is('repId'), roles: among('role') },
});
