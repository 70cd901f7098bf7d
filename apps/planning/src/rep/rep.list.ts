import { contains, is, listOf } from '@fivepoint/service';
import { Rep } from './rep';
import { RepFilter } from './rep.inputs';

export const RepList = listOf(Rep, 'reps', {
  filter: RepFilter,
  where: {
    nameContains: contains('name'),
    team: is('team'),
    managerId: is('managerId'),
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the person, in the order of a Chinese dictionary (姓名).' },
  },
});
