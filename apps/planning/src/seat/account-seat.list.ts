import { among, holds, is, listOf } from '@fivepoint/service';
import { AccountSeat } from './account-seat';
import { AccountSeatFilter } from './seat.inputs';

export const AccountSeatList = listOf(AccountSeat, 'seats', {
  filter: AccountSeatFilter,
  where: {
    accountId: is('accountId'),
    repId: is('repId'),
    seats: among('seat'),
    isHeld: holds('e.vacated_on is null'),
  },
  orders: {
    ASSIGNED_ON: { by: 'assignedOn', description: 'The first day in the seat (任职日).' },
  },
  order: { field: 'ASSIGNED_ON', direction: 'DESC' },
});
