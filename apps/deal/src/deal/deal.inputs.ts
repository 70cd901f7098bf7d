import { CommandInput, LocalDateScalar, UUID } from '@fivepoint/service';
import { MaxLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { DealStage } from './deal.stages';
import { DealKind } from './deal';

@InputType({ description: 'Moves a deal to its next stage (推进商机).' })
export class AdvanceDealInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @Field(() => DealStage, {
    description: 'PRE_BID, BID or NEGOTIATE; signing and losing have their own mutations (目标阶段).',
  })
  toStage!: DealStage;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Closes a deal as lost (丢单).' })
export class LoseDealInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @Field({ description: 'Why it was lost, in a sentence of at least 3 characters (丢单原因).' })
  @MaxLength(2000, { message: 'reason may have at most 2000 characters' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Who won it instead (竞争对手).' })
  @MaxLength(200, { message: 'rival may have at most 200 characters' })
  rival?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day it was lost, from the day the deal was opened, not in the future; default: today in the tenant's time zone (丢单日).",
  })
  lostOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of deals; all given conditions must hold (筛选).' })
export class DealFilter {
  @Field(() => [DealStage], { nullable: true, description: 'In one of these stages (阶段).' })
  stages?: DealStage[] | null;

  @Field(() => DealKind, { nullable: true, description: 'Of this kind (类型).' })
  kind?: DealKind | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those without an account; false: only those with one (有无客户).',
  })
  withoutAccount?: boolean | null;
}
