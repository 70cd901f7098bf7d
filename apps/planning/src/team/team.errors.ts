import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the team that is there as `team`. */
@ObjectType({
  implements: Refusal,
  description: 'There is a team of this name already: change that one (团队已存在).',
})
export class TeamExists extends Refusal {
  constructor(
    readonly teamId: string,
    name: string,
  ) {
    super('TEAM_EXISTS', `${name} is a team already, for every rep brings its team along; change that one.`);
  }
}
