import { among, has, is, listOf } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { PursuitFilter } from './pursuit.inputs';

export const PursuitList = listOf(Pursuit, 'pursuits', {
  filter: PursuitFilter,
  where: {
    statuses: among('status'),
    accountId: is('accountId'),
    productId: is('productId'),
    ownerId: is('ownerId'),
    team: is('team'),
    classified: has('purchasePattern'),
  },
  orders: {
    TARGET: { by: 'target', description: "The plan line's target, currency by currency (目标)." },
  },
});
