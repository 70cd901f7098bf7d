import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

@ObjectType({
  implements: Refusal,
  description: 'The support action is done or cancelled: it changes no more (帮扶已结束).',
})
export class SupportActionEnded extends Refusal {
  constructor() {
    super('SUPPORT_ACTION_ENDED', 'The support action is done or cancelled and changes no more.');
  }
}
