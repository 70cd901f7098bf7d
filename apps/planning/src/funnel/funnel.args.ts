import { InputProblem, LocalDateScalar, MoneyInput, UUID, WholeField, WrongInput } from '@fivepoint/service';
import { ArgsType, Field } from 'type-graphql';
import type { ClosedPeriod } from './funnels';
import { PurchasePattern } from '../account/purchase-pattern';
import { mostWins } from './required-pipeline';

@ArgsType()
export class FunnelArgs implements ClosedPeriod {
  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'For customers who buy like this; left out, all are pooled over the stages of PROJECT (购买类型).',
  })
  purchasePattern?: PurchasePattern | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From cases closed on this day or later, then only those that you may see (结束日起).',
  })
  closedFrom?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'From cases closed on this day or earlier, then only those that you may see (结束日止).',
  })
  closedTo?: string | null;
}

@ArgsType()
export class ConfidenceArgs {
  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'For customers who buy like this; left out, all are pooled over the stages of PROJECT (购买类型).',
  })
  purchasePattern?: PurchasePattern | null;

  @WholeField('The confidence that the margin is for; 10000 = all (置信度).', { min: 1, max: 9_999, default: 8_000 })
  confidenceBasisPoints!: number;
}

@ArgsType()
export class RequiredPipelineArgs extends FunnelArgs {
  @WholeField('How many wins there are to be; either this or target (赢单数).', {
    min: 0,
    max: mostWins,
    optional: true,
  })
  winCount?: number | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What is to be won, not negative; either this or winCount (目标).',
  })
  target?: MoneyInput | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The average amount is of this product; left out, of all (产品).',
  })
  productId?: string | null;

  @WholeField('The confidence that the margin is for; 10000 = all (置信度).', { min: 1, max: 9_999, default: 8_000 })
  confidenceBasisPoints!: number;
}

/** BAD_USER_INPUT for a period that ends before it begins, which could only ever find nothing. */
export function requirePeriod({ closedFrom, closedTo }: ClosedPeriod): void {
  if (closedFrom && closedTo && closedFrom > closedTo)
    throw new WrongInput([new InputProblem('closedTo', `must not be before closedFrom, ${closedFrom}`)]);
}

/** BAD_USER_INPUT for two goals at once, which could contradict each other, and for a negative target. */
export function requireOneGoal({ winCount, target }: RequiredPipelineArgs): void {
  if (typeof winCount === 'number' && target)
    throw new WrongInput([new InputProblem('target', 'must not be given together with winCount')]);
  if (target?.amount.startsWith('-')) throw new WrongInput([new InputProblem('target', 'must not be negative')]);
}
