import { among, is, listOf } from '@fivepoint/service';
import { Dispute } from './dispute';
import { DisputeFilter } from './dispute.inputs';

export const DisputeList = listOf(Dispute, 'disputes', {
  filter: DisputeFilter,
  where: {
    statuses: among('status'),
    reasons: among('reason'),
    accountId: is('accountId'),
    contractId: is('contractId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
  orders: {
    OPENED_ON: { by: 'openedOn', description: 'The day it was raised (提出日).' },
  },
});
