import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { SupportKind } from './support-kind';
import { SupportActionStatus } from './support-action.statuses';

@InputType({ description: 'How one rep whose target is cut gets help, where it is not as the rule says (帮扶安排).' })
export class SupportInput {
  @Field(() => UUID, {
    description: 'The rep, of a team that you lead and one whose target is cut; each once (销售代表).',
  })
  repId!: string;

  @Field(() => SupportKind, { nullable: true, description: 'What kind of help; default: as the rule says (帮扶方式).' })
  kind?: SupportKind | null;

  @Field(() => UUID, {
    nullable: true,
    description: "Who sees to it, another rep; default: the rep's manager, else the team's, else you (责任人).",
  })
  ownerId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'By when, from today to ten years from today; default: as the rule says (到期日).',
  })
  dueOn?: string | null;

  @TextField('What is to be done (任务).', { max: 2000, optional: true })
  task?: string | null;
}

@InputType({ description: 'Changes help that has not ended; what is left out stays as it is (修改帮扶).' })
export class UpdateSupportActionInput extends CommandInput {
  @Field(() => UUID, { description: 'The support action (帮扶行动).' })
  supportActionId!: string;

  @Field(() => SupportKind, { nullable: true, description: 'What kind of help (帮扶方式).' })
  kind?: SupportKind | null;

  @TextField('What is to be done (任务).', { max: 2000, optional: true })
  task?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'By when, from today to ten years from today (到期日).',
  })
  dueOn?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Who sees to it, another rep than who gets it (责任人).' })
  ownerId?: string | null;

  @ExpectedVersion('support action')
  expectedVersion?: number | null;
}

@InputType({ description: 'Begins help (开始帮扶).' })
export class StartSupportActionInput extends CommandInput {
  @Field(() => UUID, { description: 'The support action (帮扶行动).' })
  supportActionId!: string;

  @ExpectedVersion('support action')
  expectedVersion?: number | null;
}

@InputType({ description: 'Ends help that was given (完成帮扶).' })
export class CompleteSupportActionInput extends CommandInput {
  @Field(() => UUID, { description: 'The support action (帮扶行动).' })
  supportActionId!: string;

  @TextField('What came of it (结果).', { min: 2, max: 2000 })
  outcome!: string;

  @ExpectedVersion('support action')
  expectedVersion?: number | null;
}

@InputType({ description: 'Ends help that is not given (取消帮扶).' })
export class CancelSupportActionInput extends CommandInput {
  @Field(() => UUID, { description: 'The support action (帮扶行动).' })
  supportActionId!: string;

  @TextField('Why it is not given (取消原因).', { min: 2, max: 2000 })
  reason!: string;

  @ExpectedVersion('support action')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of support actions; all given conditions must hold (筛选).' })
export class SupportActionFilter {
  @Field(() => [SupportActionStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: SupportActionStatus[] | null;

  @Field(() => [SupportKind], { nullable: true, description: 'Of one of these kinds (帮扶方式).' })
  kinds?: SupportKind[] | null;

  @Field(() => UUID, { nullable: true, description: 'For this rep (销售代表).' })
  repId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Seen to by this rep (责任人).' })
  ownerId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this plan (计划).' })
  planId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Opened by this rebalancing (目标调节).' })
  rebalancingId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or later (到期日起).' })
  dueFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or earlier (到期日止).' })
  dueTo?: string | null;
}
