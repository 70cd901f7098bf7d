import { among, is, listOf } from '@fivepoint/service';
import { Plan } from './plan';
import { PlanFilter } from './plan.inputs';

export const PlanList = listOf(Plan, 'plans', {
  filter: PlanFilter,
  where: {
    statuses: among('status'),
    ownerId: is('ownerId'),
    team: is('team'),
    on: (query, day) => query.andWhere(':filter_on between e.startsOn and e.endsOn', { filter_on: day }),
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the plan, in the order of a Chinese dictionary (名称).' },
    STARTS_ON: { by: 'startsOn', description: 'First day of its period (起始日).' },
  },
});
