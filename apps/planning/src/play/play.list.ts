import { contains, listOf } from '@fivepoint/service';
import { Play } from './play';
import { PlayFilter } from './play.inputs';

export const PlayList = listOf(Play, 'plays', {
  filter: PlayFilter,
  where: { nameContains: contains('name') },
  orders: { NAME: { by: 'name', description: 'What it is called, in the order of a Chinese dictionary (名称).' } },
});
