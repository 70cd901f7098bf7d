import { Money, roundedRatio } from '@fivepoint/kernel';
import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { PurchasePattern } from '../account/purchase-pattern';
import { FunnelRate } from '../funnel/funnel.types';
import { PipelineStage } from '../pipeline/pipeline.stages';
import type { Forecast } from './forecast';

@ObjectType({ description: 'Open deals of one stage, and by which rate they count in a forecast (预测依据).' })
export class ForecastRate {
  @Field(() => PipelineStage, { description: 'The furthest stage that the deals have come to (最远阶段).' })
  stage!: PipelineStage;

  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'How these customers buy; null until known (购买类型).',
  })
  purchasePattern!: PurchasePattern | null;

  @Field(() => Int, { description: 'How many deals (商机数).' })
  dealCount!: number;

  @Field(() => MoneyValue, { description: 'Sum of their amounts (金额).' })
  open!: MoneyValue;

  @Field(() => FunnelRate, {
    nullable: true,
    description:
      'From the stage to a contract; null before the first stage of the funnel, where they add nothing (赢单率).',
  })
  toWin!: FunnelRate | null;
}

@ObjectType({
  description:
    "What is expected until the end of a plan's period, with what it is made of: of open deals those that you may see (期末预测).",
})
export class AttainmentForecast {
  @Field(() => MoneyValue, { description: 'What was signed + what is expected of open deals (预测签约额).' })
  amount!: MoneyValue;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The same ÷ the target of the row, four decimals; null where that is 0 (预测达成率).',
  })
  rate!: string | null;

  @Field(() => MoneyValue, {
    description: 'What is expected less the target of the row: below zero is short of it (预测差额).',
  })
  difference!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      'Sum of the open deals expected within the period; one whose day has gone by is expected today (期内在手商机).',
  })
  open!: MoneyValue;

  @Field(() => Int, { description: 'Of so many deals (商机数).' })
  openCount!: number;

  @Field(() => MoneyValue, {
    description: 'The same deals, each × the win rate of its stage, exactly and rounded once (加权商机).',
  })
  weighted!: MoneyValue;

  @Field(() => Int, {
    description: 'Of so many deals; the others have not come to the first stage of their funnel (计入商机数).',
  })
  weightedCount!: number;

  @Field(() => Int, {
    description:
      'Open deals that count nowhere: without an amount or a day, in another currency, or expected after the period; by MONTH those are told of the whole only (未计入数).',
  })
  leftOutCount!: number;

  @Field(() => [ForecastRate], { description: 'Which rates were used (所用赢单率).' })
  rates!: ForecastRate[];

  static of(
    { open, openCount, weighted, weightedCount, leftOutCount, rates }: Forecast,
    { booked, target }: { booked: MoneyValue; target: MoneyValue },
    currency: string,
  ): AttainmentForecast {
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    const amount = booked.minor + weighted;
    return Object.assign(new AttainmentForecast(), {
      ...{ openCount, weightedCount, leftOutCount },
      amount: money(amount),
      rate: roundedRatio(amount, target.minor, 4),
      difference: money(amount - target.minor),
      open: money(open),
      weighted: money(weighted),
      rates: rates.map((one) =>
        Object.assign(new ForecastRate(), one, { open: money(one.open), toWin: one.toWin && FunnelRate.of(one.toWin) }),
      ),
    });
  }
}
