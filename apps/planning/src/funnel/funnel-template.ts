import { Aggregate, LocalDateScalar } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { PipelineStage } from '../pipeline/pipeline.stages';
import { PurchasePattern } from '../account/purchase-pattern';
import { UserIdOf } from '../rep/user-id-of';

@ObjectType({ description: 'A stage of a sales funnel (漏斗阶段).' })
export class FunnelStage {
  @Field(() => PipelineStage, { description: 'What a case must have come to, to be in it (阶段).' })
  stage!: PipelineStage;

  @Field(() => String, { description: 'What the company calls it (名称).' })
  name!: string;

  @Field(() => Int, {
    description: 'Which share goes on to the next stage, of the last one to a win; 0–10000, 10000 = all (转化率).',
  })
  conversionBasisPoints!: number;
}

/**
 * The stages of a sales funnel for one way of buying, with the conversions that count until the company has a history of its own (capability
 * P23). It is never changed: a later one takes its place from its day on, and of one day the one recorded last.
 */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A sales funnel for one way of buying, from a day on; owned by planning (销售漏斗模板).' })
@Entity('funnel_template')
export class FunnelTemplate extends Aggregate {
  @Field(() => PurchasePattern, { nullable: true, description: 'For customers who buy like this (购买类型).' })
  @Column('text')
  purchasePattern!: PurchasePattern;

  @Field(() => LocalDateScalar, { nullable: true, description: 'It counts from this day on (生效日).' })
  @Column('date')
  effectiveOn!: string;

  @UserIdOf('defined it', '制定人账号')
  definerUserId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "So many closed cases must have reached a stage before the company's own conversion counts, 1–100000 (校准样本数).",
  })
  @Column('int')
  samplesNeededCount!: number;

  @Field(() => [FunnelStage], { nullable: true, description: 'Its stages in order, at most six (阶段).' })
  @Column('jsonb')
  stages!: FunnelStage[];
}
