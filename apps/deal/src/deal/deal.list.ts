import { among, from, has, is, listOf, to } from '@fivepoint/service';
import { Deal } from './deal';
import { DealFilter } from './deal.inputs';

export const DealList = listOf(Deal, 'deals', {
  filter: DealFilter,
  where: {
    stages: among('stage'),
    kinds: among('kind'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
    expectedCloseFrom: from('expectedCloseOn'),
    expectedCloseTo: to('expectedCloseOn'),
    hasAccount: has('accountId'),
  },
  orders: {
    AMOUNT: { by: 'amount', description: 'Expected amount, currency by currency (预计金额).' },
    EXPECTED_CLOSE_ON: { by: 'expectedCloseOn', description: 'When it is expected to be signed (预计签约日).' },
    OPENED_ON: { by: 'openedOn', description: 'When work on it began (启动日).' },
  },
});
