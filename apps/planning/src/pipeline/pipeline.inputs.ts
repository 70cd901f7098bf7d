import { LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { PurchasePattern } from '../account/purchase-pattern';
import { PipelineOutcome, PipelineStage } from './pipeline.stages';

@InputType({ description: 'Narrows a list of cases; all given conditions must hold (筛选).' })
export class PipelineCaseFilter {
  @Field(() => [PipelineStage], { nullable: true, description: 'Furthest in one of these stages (最远阶段).' })
  stages?: PipelineStage[] | null;

  @Field(() => [PipelineOutcome], { nullable: true, description: 'Ended in one of these ways (结果).' })
  outcomes?: PipelineOutcome[] | null;

  @Field(() => [PurchasePattern], {
    nullable: true,
    description: 'Of customers who buy in one of these ways (购买类型).',
  })
  purchasePatterns?: PurchasePattern[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this plan line (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those that have become a deal; false: those that are a lead only (已转商机).',
  })
  hasDeal?: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Closed on this day or later (结束日起).' })
  closedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Closed on this day or earlier (结束日止).' })
  closedTo?: string | null;
}

@InputType({ description: 'Narrows closed deals; all given conditions must hold (筛选).' })
export class ClosedDealFilter {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Closed on this day or later (结束日起).' })
  closedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Closed on this day or earlier (结束日止).' })
  closedTo?: string | null;

  @Field(() => [PurchasePattern], {
    nullable: true,
    description: 'Of customers who buy in one of these ways (购买类型).',
  })
  purchasePatterns?: PurchasePattern[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this product (产品).' })
  productId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
