import { among, from, is, listOf, to } from '@fivepoint/service';
import { SupportAction } from './support-action';
import { SupportActionFilter } from './support.inputs';

export const SupportActionList = listOf(SupportAction, 'support actions', {
  filter: SupportActionFilter,
  where: {
    statuses: among('status'),
    kinds: among('kind'),
    repId: is('repId'),
    ownerId: is('ownerId'),
    planId: is('planId'),
    rebalancingId: is('rebalancingId'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
  },
  orders: { DUE_ON: { by: 'dueOn', description: 'By when (到期日).' } },
});
