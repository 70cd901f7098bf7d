import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  implements: Refusal,
  description: 'The pursuit was withdrawn with its plan line, and changes no more until the line is back (跟踪已撤销).',
})
export class PursuitWithdrawn extends Refusal {
  @Field(() => String, {
    nullable: true,
    description: 'Why the line was taken out; null where nobody said (撤销原因).',
  })
  readonly withdrawalReason: string | null;

  constructor(withdrawalReason: string | null) {
    super(
      'PURSUIT_WITHDRAWN',
      'The pursuit was withdrawn with its plan line and changes no more; have the line planned again.',
    );
    this.withdrawalReason = withdrawalReason;
  }
}
