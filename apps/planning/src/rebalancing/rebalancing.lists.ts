import { among, from, is, listOf, to } from '@fivepoint/service';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { RebalancedTargetFilter, RebalancingFilter, RebalancingRuleFilter } from './rebalancing.inputs';
import { RebalancingRule } from './rebalancing-rule';

export const RebalancingRuleList = listOf(RebalancingRule, 'rules for rebalancing', {
  filter: RebalancingRuleFilter,
  where: { effectiveFrom: from('effectiveOn'), effectiveTo: to('effectiveOn') },
  orders: {
    EFFECTIVE_ON: { by: 'effectiveOn', description: 'The first day on which it holds (生效日).' },
  },
  order: { field: 'EFFECTIVE_ON', direction: 'DESC' },
});

export const RebalancingList = listOf(Rebalancing, 'rebalancings', {
  filter: RebalancingFilter,
  where: { planId: is('planId'), statuses: among('status'), ownerId: is('ownerId'), team: is('team') },
});

export const RebalancedTargetList = listOf(RebalancedTarget, 'what rebalancings say of reps', {
  filter: RebalancedTargetFilter,
  where: { rebalancingId: is('rebalancingId'), planId: is('planId'), repId: is('repId'), roles: among('role') },
});
