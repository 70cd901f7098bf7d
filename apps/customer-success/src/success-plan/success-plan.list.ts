import { among, from, has, is, listOf, to } from '@fivepoint/service';
import { SuccessPlan } from './success-plan';
import { SuccessPlanFilter } from './success-plan.inputs';

export const SuccessPlanList = listOf(SuccessPlan, 'success plans', {
  filter: SuccessPlanFilter,
  where: {
    statuses: among('status'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
    signedFrom: from('signedOn'),
    signedTo: to('signedOn'),
    settled: has('settledOn'),
  },
  orders: {
    CONTRACTED: { by: 'contracted', description: 'What the contract is worth, currency by currency (合同金额).' },
    SIGNED_ON: { by: 'signedOn', description: 'The day of signing (签约日).' },
  },
});
