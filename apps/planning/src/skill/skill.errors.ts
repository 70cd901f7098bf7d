import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

/** The graph shows the skill that is there as `skill`. */
@ObjectType({
  implements: Refusal,
  description: 'There is a skill of this name already: take that one (技能已存在).',
})
export class SkillExists extends Refusal {
  constructor(
    readonly skillId: string,
    name: string,
  ) {
    super('SKILL_EXISTS', `${name} is in the catalogue already; take that one.`);
  }
}
