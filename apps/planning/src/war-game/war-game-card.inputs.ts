import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { WarGameSide } from './war-game-card';
import { WarGameCardStatus } from './war-game-card.statuses';

@InputType({ description: 'Foresees a move, and says our answer to it (新增推演卡).' })
export class AddWarGameCardInput extends CommandInput {
  @Field(() => UUID, { nullable: true, description: 'Of this plan line; name it, or a step (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this step; name it, or a plan line (步骤).' })
  stepId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      'The rep who watches for it and answers: you, or of one of your teams; default: the owner of the step or plan line (责任人).',
  })
  ownerId?: string | null;

  @Field(() => WarGameSide, { description: 'Whose move it is (推演方).' })
  side!: WarGameSide;

  @TextField('What they may do (对方动作).', { min: 2, max: 1000 })
  move!: string;

  @TextField('What we do then (我方应对).', { min: 2, max: 1000 })
  answer!: string;

  @TextField('By what we see that it has come (触发条件).', { min: 2, max: 500 })
  trigger!: string;
}

@InputType({ description: 'Changes a war-game card; what is left out stays as it is (修改推演卡).' })
export class UpdateWarGameCardInput extends CommandInput {
  @Field(() => UUID, { description: 'The card (推演卡).' })
  warGameCardId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who is accountable from now on: you, or of one of your teams (责任人).',
  })
  ownerId?: string | null;

  @TextField('New move (对方动作).', { min: 2, max: 1000, optional: true })
  move?: string | null;

  @TextField('New answer (我方应对).', { min: 2, max: 1000, optional: true })
  answer?: string | null;

  @TextField('New trigger (触发条件).', { min: 2, max: 500, optional: true })
  trigger?: string | null;

  @ExpectedVersion('war-game card')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says that the trigger of a card was seen (触发推演卡).' })
export class TriggerWarGameCardInput extends CommandInput {
  @Field(() => UUID, { description: 'The card (推演卡).' })
  warGameCardId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was seen, not in the future; default: today in the tenant's time zone (触发日).",
  })
  triggeredOn?: string | null;

  @ExpectedVersion('war-game card')
  expectedVersion?: number | null;
}

@InputType({ description: 'Closes a card, with what came of it (关闭推演卡).' })
export class CloseWarGameCardInput extends CommandInput {
  @Field(() => UUID, { description: 'The card (推演卡).' })
  warGameCardId!: string;

  @TextField('What came of it (结果).', { min: 2, max: 1000 })
  outcome!: string;

  @ExpectedVersion('war-game card')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of war-game cards; all given conditions must hold (筛选).' })
export class WarGameCardFilter {
  @Field(() => [WarGameCardStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: WarGameCardStatus[] | null;

  @Field(() => [WarGameSide], { nullable: true, description: 'Moves of one of these (推演方).' })
  sides?: WarGameSide[] | null;

  @Field(() => UUID, { nullable: true, description: 'For this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of lines of this plan (计划).' })
  planId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this plan line (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this step (步骤).' })
  stepId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
