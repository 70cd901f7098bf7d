import { AtMost, CommandInput, LocalDateScalar, TextField, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PipelineStage } from '../pipeline/pipeline.stages';
import { PurchasePattern } from '../account/purchase-pattern';

@InputType({ description: 'A stage of a sales funnel (漏斗阶段).' })
export class FunnelStageInput {
  @Field(() => PipelineStage, { description: 'What a case must have come to, to be in it; not SIGNED (阶段).' })
  stage!: PipelineStage;

  @TextField('What the company calls it (名称).', { max: 100 })
  name!: string;

  @WholeField('Which share goes on to the next stage, of the last one to a win; 10000 = all (转化率).', {
    min: 0,
    max: 10_000,
  })
  conversionBasisPoints!: number;
}

@InputType({ description: 'Says how the sales funnel is for one way of buying, from a day on (定义销售漏斗).' })
export class DefineFunnelInput extends CommandInput {
  @Field(() => PurchasePattern, { description: 'For customers who buy like this (购买类型).' })
  purchasePattern!: PurchasePattern;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "It counts from this day on, from 2000-01-01 to ten years from today; default: today in the tenant's time zone (生效日).",
  })
  effectiveOn?: string | null;

  @WholeField(
    "So many closed cases must have reached a stage before the company's own conversion counts (校准样本数).",
    { min: 1, max: 100_000, default: 30 },
  )
  samplesNeededCount!: number;

  @Field(() => [FunnelStageInput], {
    description: 'Its stages, at least one and at most 6, each once and in the order from lead to contract (阶段).',
  })
  @AtMost(6, 'a contract is the end of every funnel, no stage of it', { min: 1 })
  stages!: FunnelStageInput[];
}

@InputType({ description: 'Narrows a list of funnels; all given conditions must hold (筛选).' })
export class FunnelTemplateFilter {
  @Field(() => [PurchasePattern], {
    nullable: true,
    description: 'Of customers who buy in one of these ways (购买类型).',
  })
  purchasePatterns?: PurchasePattern[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'In force from this day or later (生效日起).' })
  effectiveFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'In force from this day or earlier (生效日止).' })
  effectiveTo?: string | null;
}
