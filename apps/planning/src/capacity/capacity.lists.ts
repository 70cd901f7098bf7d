import { from, is, listOf, to } from '@fivepoint/service';
import { effective, order, orders } from '../rules/rules.lists';
import { CapacityStatementFilter, TeamRuleFilter } from './capacity.inputs';
import { CapacityStatement } from './capacity-statement';
import { TeamRule } from './team-rule';

export const TeamRuleList = listOf(TeamRule, 'rules for teams', {
  filter: TeamRuleFilter,
  where: { ...effective },
  orders,
  order,
});

export const CapacityStatementList = listOf(CapacityStatement, 'stated capacities', {
  filter: CapacityStatementFilter,
  where: { repId: is('repId'), effectiveFrom: from('effectiveOn'), effectiveTo: to('effectiveOn') },
  orders: {
    EFFECTIVE_ON: { by: 'effectiveOn', description: 'The first day on which it holds (生效日).' },
  },
  order: { field: 'EFFECTIVE_ON', direction: 'DESC' },
});
