import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
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
