import { CommandInput, ExpectedVersion, LocalDateScalar, MoneyInput, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DealKind } from './deal';
import { DealStage } from './deal.stages';

@InputType({ description: 'Moves a deal to its next stage (推进商机).' })
export class AdvanceDealInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @Field(() => DealStage, {
    description: 'PRE_BID, BID or NEGOTIATE; signing and losing have their own mutations (目标阶段).',
  })
  toStage!: DealStage;

  @ExpectedVersion('deal')
  expectedVersion?: number | null;
}

@InputType({
  description: 'Says of an open deal what was not known or has changed; what is left out stays as it is (更新商机).',
})
export class UpdateDealInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who buys, where recorded history did not name it; a deal stays with the account that it has (客户).',
  })
  accountId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: "What is bought; under a plan line it is the line's product and cannot change (产品).",
  })
  productId?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Expected amount, not negative (预计金额).' })
  amount?: MoneyInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is expected to be signed, from 2000-01-01 to ten years from today (预计签约日).',
  })
  expectedCloseOn?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The accountable rep from now on: you, or of one of your teams (责任人).',
  })
  ownerId?: string | null;

  @TextField("The team that shares it, one of yours; default: a new owner's team (团队).", { max: 200, optional: true })
  team?: string | null;

  @ExpectedVersion('deal')
  expectedVersion?: number | null;
}

@InputType({ description: 'Closes a deal as lost (丢单).' })
export class LoseDealInput extends CommandInput {
  @Field(() => UUID, { description: 'The deal (商机).' })
  dealId!: string;

  @TextField('Why it was lost, in a sentence and without names of people (丢单原因).', { min: 2, max: 2000 })
  reason!: string;

  @TextField('Who won it instead (竞争对手).', { max: 200, optional: true })
  rival?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day it was lost, from the day the deal was opened, not in the future; default: today in the tenant's time zone (丢单日).",
  })
  lostOn?: string | null;

  @ExpectedVersion('deal')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of deals; all given conditions must hold (筛选).' })
export class DealFilter {
  @Field(() => [DealStage], { nullable: true, description: 'In one of these stages (阶段).' })
  stages?: DealStage[] | null;

  @Field(() => [DealKind], { nullable: true, description: 'Of one of these kinds (商机类型).' })
  kinds?: DealKind[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Expected to be signed on this day or after (预计签约日起).',
  })
  expectedCloseFrom?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Expected to be signed on this day or before (预计签约日止).',
  })
  expectedCloseTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with an account; false: only those without one (有无客户).',
  })
  hasAccount?: boolean | null;
}
