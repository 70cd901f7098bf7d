import { among, is, listOf } from '@fivepoint/service';
import { WarGameCard } from './war-game-card';
import { WarGameCardFilter } from './war-game-card.inputs';

export const WarGameCardList = listOf(WarGameCard, 'war-game cards', {
  filter: WarGameCardFilter,
  where: {
    statuses: among('status'),
    sides: among('side'),
    accountId: is('accountId'),
    planId: is('planId'),
    planLineId: is('planLineId'),
    stepId: is('stepId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
});
