import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the play that is there as `play`. */
@ObjectType({
  implements: Refusal,
  description: 'There is a play of this name already: take that one (打法已存在).',
})
export class PlayExists extends Refusal {
  constructor(
    readonly playId: string,
    name: string,
  ) {
    super('PLAY_EXISTS', `${name} is in the catalogue already; take that one.`);
  }
}
