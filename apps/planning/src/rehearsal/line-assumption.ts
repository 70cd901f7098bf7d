import { LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { OutlookPayment } from '../outlook/payments';

@ObjectType({ description: 'What a plan line set out and what was expected of it when it was rehearsed (推演假设).' })
export class LineAssumption {
  @Field(() => MoneyValue, { description: 'What was to be sold (目标).' })
  target!: MoneyValue;

  @Field(() => Int, { description: 'That it closes at all, in basis points of 10000 (赢单概率，万分之一).' })
  probabilityBasisPoints!: number;

  @Field(() => LocalDateScalar, { description: 'When it closes if nothing slips (预计成交日).' })
  closesOn!: string;

  @Field(() => [Int], {
    description: 'The chance of each delay in whole months, beginning with none, in basis points (延期分布，万分之一).',
  })
  slipBasisPoints!: number[];

  @Field(() => String, { nullable: true, description: 'The group it shared its luck with; null for none (相关组).' })
  correlationGroup!: string | null;

  @Field(() => [OutlookPayment], { description: 'In which parts the money comes, and when (回款安排).' })
  payments!: OutlookPayment[];
}
