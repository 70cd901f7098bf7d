import { LocalDateScalar } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { LifecyclePoint } from '../step-template/step-template';

/** How many gaps there are of one kind, and how bad it is. */
@ObjectType()
abstract class Gaps {
  @Field(() => Int, { description: 'How many gaps there are (疏漏数).' })
  gapCount!: number;

  @Field(() => LocalDateScalar, { description: 'The due day of the one that is latest (最早到期日).' })
  earliestDueOn!: string;
}

@ObjectType({ description: 'The gaps of one point of the lifecycle (环节疏漏).' })
export class PointGaps extends Gaps {
  @Field(() => LifecyclePoint, { description: 'The point (环节).' })
  point!: LifecyclePoint;
}

/** The graph shows the rep as `owner`. */
@ObjectType({ description: 'The gaps of one owner (责任人疏漏).' })
export class OwnerGaps extends Gaps {
  ownerId!: string;
}

/** The graph shows the account as `account`. */
@ObjectType({ description: 'The gaps of one account (客户疏漏).' })
export class AccountGaps extends Gaps {
  accountId!: string;
}

@ObjectType({
  description: 'How many gaps there are of those that you may see, by point, owner and account (疏漏汇总).',
})
export class StepGapTotals {
  @Field(() => Int, { description: 'How many there are (疏漏数).' })
  gapCount!: number;

  @Field(() => [PointGaps], { description: 'By point, in the order of the lifecycle; they sum to gapCount (按环节).' })
  points!: PointGaps[];

  @Field(() => [OwnerGaps], { description: 'By owner, those with most of them first, at most 100 (按责任人).' })
  owners!: OwnerGaps[];

  @Field(() => [AccountGaps], {
    description: 'By account, where it is known, those with most of them first, at most 100 (按客户).',
  })
  accounts!: AccountGaps[];
}
