import { among, contains, from, is, listOf, to } from '@fivepoint/service';
import { Contract } from './contract';
import { ContractFilter } from './contract.inputs';

export const ContractList = listOf(Contract, 'contracts', {
  filter: ContractFilter,
  where: {
    kinds: among('kind'),
    numberContains: contains('number'),
    accountId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
    signedFrom: from('signedOn'),
    signedTo: to('signedOn'),
  },
  orders: {
    AMOUNT: { by: 'amount', description: 'The whole amount, currency by currency (合同金额).' },
    SIGNED_ON: { by: 'signedOn', description: 'The day of signing (签约日).' },
  },
});
