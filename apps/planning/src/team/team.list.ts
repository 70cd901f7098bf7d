import { contains, has, is, listOf } from '@fivepoint/service';
import { Team } from './team';
import { TeamFilter } from './team.inputs';

export const TeamList = listOf(Team, 'teams', {
  filter: TeamFilter,
  where: {
    nameContains: contains('name'),
    managerId: is('managerId'),
    parentId: is('parentId'),
    hasManager: has('managerId'),
  },
  orders: {
    NAME: { by: 'name', description: 'The word for the team, in the order of a Chinese dictionary (团队名称).' },
  },
});
