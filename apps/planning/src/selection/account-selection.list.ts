import { among, from, is, listOf, to } from '@fivepoint/service';
import { AccountSelection } from './account-selection';
import { AccountSelectionFilter } from './selection.inputs';

export const AccountSelectionList = listOf(AccountSelection, 'accountSelections', {
  filter: AccountSelectionFilter,
  where: {
    accountId: is('accountId'),
    planId: is('planId'),
    decisions: among('decision'),
    decidedFrom: from('decidedOn'),
    decidedTo: to('decidedOn'),
    on: (query, day) => query.andWhere(':filter_on between e.startsOn and e.endsOn', { filter_on: day }),
  },
  orders: {
    DECIDED_ON: { by: 'decidedOn', description: 'The day on which it was decided (评选日).' },
  },
});
