import {
  AtMost,
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
  WholeField,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { StepStatus } from './step.statuses';

const planned = 'from 2000-01-01 to ten years from today';

@InputType({ description: 'Begins a step for an account, or a key node of a plan line (安排步骤).' })
export class PlanStepInput extends CommandInput {
  @Field(() => UUID, { description: 'The edition in use of a template of point PLAN (步骤模板).' })
  stepTemplateId!: string;

  @Field(() => UUID, { nullable: true, description: 'For this account; may be left out with a plan line (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this plan line, whose key node it is then (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description:
      'The one accountable rep: you, or of one of your teams; default: the owner of the plan line, else of the account (责任人).',
  })
  ownerId?: string | null;

  @TextField('What is to be done here, where the standard action does not say it all (任务).', {
    max: 500,
    optional: true,
  })
  task?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: `The day on which it is to start, ${planned}; default: so many days from today as the template says (计划开始日).`,
  })
  plannedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: `The day by which it is to be complete, not before plannedOn and ${planned}; default as for plannedOn (计划完成日).`,
  })
  dueOn?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'What must be reached by then: not negative, at most the target of the plan line, for which it is (保底目标).',
  })
  floor?: MoneyInput | null;
}

@InputType({ description: 'Changes who does a step, what and when; what is left out stays as it is (变更步骤).' })
export class UpdateStepInput extends CommandInput {
  @Field(() => UUID, { description: 'The step (步骤).' })
  stepId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who is accountable from now on: you, or of one of your teams (责任人).',
  })
  ownerId?: string | null;

  @TextField('What is to be done here; null: the standard action says it all (任务).', { max: 500, optional: true })
  task?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: `New day of its start, ${planned} (计划开始日).` })
  plannedOn?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: `New due day, not before plannedOn and ${planned}; of a required step that is late only by who leads (计划完成日).`,
  })
  dueOn?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'New floor: not negative, at most the target of the plan line; null: none any more (保底目标).',
  })
  floor?: MoneyInput | null;

  @ExpectedVersion('step')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says of an input or output that it is there, or not after all (勾选).' })
export class StepTickInput {
  @TextField('Its name, as the template has it (名称).', { max: 200 })
  name!: string;

  @TextField('What proves it, such as a document, minutes or a link; null: it is not there after all (依据).', {
    max: 500,
    optional: true,
  })
  evidence?: string | null;
}

@InputType({ description: 'Says how far a step is; what is left out stays as it is (填报步骤进展).' })
export class RecordStepProgressInput extends CommandInput {
  @Field(() => UUID, { description: 'The step (步骤).' })
  stepId!: string;

  @Field(() => [StepTickInput], {
    defaultValue: [],
    description: 'What is there of what it needs, at most 20 (输入).',
  })
  @AtMost(20, 'a template names no more')
  inputs!: StepTickInput[];

  @Field(() => [StepTickInput], {
    defaultValue: [],
    description: 'What is there of what it is to leave behind, at most 20 (输出).',
  })
  @AtMost(20, 'a template names no more')
  outputs!: StepTickInput[];

  @WholeField('How far it is done (执行程度).', { min: 0, max: 100, optional: true })
  degree?: number | null;

  @ExpectedVersion('step')
  expectedVersion?: number | null;
}

@InputType({ description: 'Starts a step whose inputs are all there (开始步骤).' })
export class StartStepInput extends CommandInput {
  @Field(() => UUID, { description: 'The step (步骤).' })
  stepId!: string;

  @ExpectedVersion('step')
  expectedVersion?: number | null;
}

@InputType({ description: 'Completes a step whose outputs are all there, at the least degree (完成步骤).' })
export class CompleteStepInput extends CommandInput {
  @Field(() => UUID, { description: 'The step (步骤).' })
  stepId!: string;

  @ExpectedVersion('step')
  expectedVersion?: number | null;
}

@InputType({ description: 'Calls a step off (取消步骤).' })
export class CancelStepInput extends CommandInput {
  @Field(() => UUID, { description: 'The step (步骤).' })
  stepId!: string;

  @TextField('Why nobody waits for it, without names of people (原因).', { min: 2, max: 500 })
  reason!: string;

  @ExpectedVersion('step')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of steps; all given conditions must hold (筛选).' })
export class StepFilter {
  @Field(() => [StepStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: StepStatus[] | null;

  @Field(() => UUID, { nullable: true, description: 'Begun from this edition of a template (步骤模板).' })
  stepTemplateId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'For this plan line (计划行).' })
  planLineId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or later (计划完成日起).' })
  dueFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or earlier (计划完成日止).' })
  dueTo?: string | null;
}
