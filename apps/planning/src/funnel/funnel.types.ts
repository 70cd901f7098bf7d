import { graphEnum, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { PipelineStage } from '../pipeline/pipeline.stages';
import { basisPointsOf, type Rate, type StageConversion } from './conversions';
import type { CountingFunnel } from './funnels';
import { PurchasePattern } from '../account/purchase-pattern';
import type { StageNeed } from './required-pipeline';

export const FunnelRateSource = graphEnum('FunnelRateSource', 'Where a rate comes from (来源).', {
  TEMPLATE: 'From the template: too few closed cases have reached the stage (模板).',
  CALIBRATED: "From the company's own closed cases (历史校准).",
  COMPOSED: 'The product of the conversions that count from this stage on (连乘).',
  EARLIER: 'That of a stage before it, of which only history knows how it ended: the least that it can be (前段下限).',
});
export type FunnelRateSource = keyof typeof FunnelRateSource;

@ObjectType({ description: 'A rate of a funnel, with what it comes from (转化率及依据).' })
export class FunnelRate {
  @Field(() => Int, { description: 'What counts, rounded; 10000 = all (比率).' })
  basisPoints!: number;

  @Field(() => FunnelRateSource, { description: 'Where it comes from (来源).' })
  source!: FunnelRateSource;

  @Field(() => Int, { description: 'What the template says; 10000 = all (模板比率).' })
  templateBasisPoints!: number;

  @Field(() => Int, { description: 'How many closed cases have reached the stage (样本数).' })
  reachedCount!: number;

  @Field(() => Int, { description: 'How many of those went on to what the rate is of (转化数).' })
  convertedCount!: number;

  @Field(() => Int, {
    description:
      'How many of those that reached it buy in a way that nobody knows; they count for each way (类型未知数).',
  })
  unknownPatternCount!: number;

  static of({ ratio, ...rate }: Rate): FunnelRate {
    return Object.assign(new FunnelRate(), { ...rate, basisPoints: basisPointsOf(ratio) });
  }
}

@ObjectType({ description: 'A stage of a funnel with its rates (漏斗阶段转化).' })
export class FunnelConversion {
  @Field(() => PipelineStage, { description: 'The stage (阶段).' })
  stage!: PipelineStage;

  @Field(() => String, { description: 'What the company calls it (名称).' })
  name!: string;

  @Field(() => FunnelRate, { description: 'To the next stage, of the last one to a contract (下一阶段转化率).' })
  conversion!: FunnelRate;

  @Field(() => FunnelRate, { description: 'To a contract (赢单率).' })
  toWin!: FunnelRate;

  static of({ stage, name, conversion, toWin }: StageConversion): FunnelConversion {
    return Object.assign(new FunnelConversion(), {
      ...{ stage, name },
      conversion: FunnelRate.of(conversion),
      toWin: FunnelRate.of(toWin),
    });
  }
}

@ObjectType({ description: 'A sales funnel as it counts today (销售漏斗).' })
export class SalesFunnel {
  @Field(() => PurchasePattern, {
    nullable: true,
    description: 'For customers who buy like this; null pools all, over the stages of PROJECT (购买类型).',
  })
  purchasePattern!: PurchasePattern | null;

  @Field(() => [FunnelConversion], { description: 'Its stages in order (阶段).' })
  stages!: FunnelConversion[];

  /** The graph shows it as `template`. */
  templateId!: string;

  static of(purchasePattern: PurchasePattern | null, { template, stages }: CountingFunnel): SalesFunnel {
    return Object.assign(new SalesFunnel(), {
      purchasePattern,
      templateId: template.id,
      stages: stages.map((stage) => FunnelConversion.of(stage)),
    });
  }
}

@ObjectType({ description: 'What a stage of a funnel needs (阶段需求).' })
export class RequiredStage {
  @Field(() => PipelineStage, { description: 'The stage (阶段).' })
  stage!: PipelineStage;

  @Field(() => String, { description: 'What the company calls it (名称).' })
  name!: string;

  @Field(() => FunnelRate, { description: 'The conversion to the next stage, by which it goes (所用转化率).' })
  conversion!: FunnelRate;

  @Field(() => FunnelRate, {
    description:
      'The chance of a contract; it goes by this where history knows how cases ended but not their stages, and after such a stage (所用赢单率).',
  })
  toWin!: FunnelRate;

  @Field(() => Int, {
    nullable: true,
    description: 'So many cases give about even odds; null where nothing converts (倒推数).',
  })
  evenOddsCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'So many cases give the confidence; null where nothing converts (置信所需数).',
  })
  confidenceCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of those are the risk margin: what goes beyond even odds, 0 or more (风险裕量).',
  })
  marginCount!: number | null;

  static of({ stage, name, conversion, toWin, evenOddsCount, confidenceCount }: StageNeed): RequiredStage {
    const known = evenOddsCount !== null && confidenceCount !== null;
    return Object.assign(new RequiredStage(), {
      ...{ stage, name, evenOddsCount, confidenceCount },
      conversion: FunnelRate.of(conversion),
      toWin: FunnelRate.of(toWin),
      marginCount: known ? Math.max(0, confidenceCount - evenOddsCount) : null,
    });
  }
}

@ObjectType({
  description: 'How much pipeline a target or a number of wins needs; it never changes a target (所需漏斗).',
})
export class RequiredPipeline {
  @Field(() => MoneyValue, { nullable: true, description: 'What is to be won; null where wins were asked for (目标).' })
  target!: MoneyValue | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What a contract that you may see brought on average, rounded to the minor unit; null where none did, or wins were asked for (平均单额).',
  })
  averageWon!: MoneyValue | null;

  @Field(() => Int, { description: 'From so many contracts (样本数).' })
  wonCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'So many wins make the target, rounded up; null where nothing says what one brings (所需赢单数).',
  })
  winCount!: number | null;

  @Field(() => Int, { description: 'The confidence that the margin is for; 10000 = all (置信度).' })
  confidenceBasisPoints!: number;

  @Field(() => [RequiredStage], {
    description:
      'What each stage needs, in order; empty where the wins are not known, or are more than 10,000 (各阶段).',
  })
  stages!: RequiredStage[];

  /** The graph shows it as `product`. */
  productId!: string | null;
}
