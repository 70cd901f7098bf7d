import { among, from, has, is, listOf, to } from '@fivepoint/service';
import { Lead } from './lead';
import { LeadFilter } from './lead.inputs';

export const LeadList = listOf(Lead, 'leads', {
  filter: LeadFilter,
  where: {
    statuses: among('status'),
    sources: among('source'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
    capturedFrom: from('capturedOn'),
    capturedTo: to('capturedOn'),
    hasAccount: has('accountId'),
    hasOwner: has('ownerId'),
  },
  orders: {
    EXPECTED_AMOUNT: { by: 'expectedAmount', description: 'Expected amount, currency by currency (预计金额).' },
    EXPECTED_CLOSE_ON: { by: 'expectedCloseOn', description: 'When it is expected to be signed (预计签约日).' },
    CAPTURED_ON: { by: 'capturedOn', description: 'When it came to us (获取日).' },
  },
});
