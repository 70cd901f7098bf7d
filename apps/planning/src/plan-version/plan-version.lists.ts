import { among, is, listOf } from '@fivepoint/service';
import { PlanLineVersion } from './plan-line-version';
import { PlanVersion } from './plan-version';
import { PlanLineVersionFilter, PlanVersionFilter } from './plan-version.inputs';

export const PlanVersionList = listOf(PlanVersion, 'versions of plans', {
  filter: PlanVersionFilter,
  where: { planId: is('planId'), statuses: among('status') },
});

export const PlanLineVersionList = listOf(PlanLineVersion, 'what versions say of plan lines', {
  filter: PlanLineVersionFilter,
  where: {
    planVersionId: is('planVersionId'),
    planLineId: is('planLineId'),
    accountId: is('accountId'),
    productId: is('productId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
  orders: {
    TARGET: { by: 'target', description: 'What is to be sold, currency by currency (目标).' },
  },
});
