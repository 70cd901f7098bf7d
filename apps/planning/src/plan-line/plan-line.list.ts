import { among, holds, is, listOf } from '@fivepoint/service';
import { hasSecondSeat } from '../seat/iron-triangle';
import { PlanLine } from './plan-line';
import { PlanLineFilter } from './plan-line.inputs';

export const PlanLineList = listOf(PlanLine, 'plan lines', {
  filter: PlanLineFilter,
  where: {
    planId: is('planId'),
    standings: among('standing'),
    accountId: is('accountId'),
    productId: is('productId'),
    ownerId: is('ownerId'),
    team: is('team'),
    hasSecondSeat: holds(hasSecondSeat('e')),
  },
  orders: {
    TARGET: { by: 'target', description: 'What is to be sold, currency by currency (目标).' },
  },
});
