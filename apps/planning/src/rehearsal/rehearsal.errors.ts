import { Refusal } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { Rehearsal } from './rehearsal';

@ObjectType({
  implements: Refusal,
  description: 'As many rehearsals wait and run as the rules of plans allow: wait for one, or call one off (推演过多).',
})
export class TooManyRehearsals extends Refusal {
  @Field(() => Int, { description: 'How many may wait and run at the same time (同时推演上限).' })
  readonly mostCount: number;

  @Field(() => [Rehearsal], {
    description: 'Those that wait or run, of those that you may see, the first one first (进行中的推演).',
  })
  readonly rehearsals: readonly Rehearsal[];

  @Field(() => Int, { description: 'How many more there are that you may not see (不可见推演数).' })
  readonly unseenCount: number;

  constructor(mostCount: number, rehearsals: readonly Rehearsal[], unseenCount: number) {
    super(
      'TOO_MANY_REHEARSALS',
      `${rehearsals.length + unseenCount} rehearsals of the company wait or run, and at most ${mostCount} may: wait for one of them, or call one off.`,
    );
    this.mostCount = mostCount;
    this.rehearsals = rehearsals;
    this.unseenCount = unseenCount;
  }
}
