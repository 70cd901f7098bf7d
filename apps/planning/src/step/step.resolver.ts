import { missingToComplete, missingToStart } from '@fivepoint/kernel';
import {
  type Connection,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Account } from '../account/account';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { Rep } from '../rep/rep';
import { StepTemplate } from '../step-template/step-template';
import { cancelStep } from './cancel-step';
import { completeStep } from './complete-step';
import { currentStep } from './current-step';
import { planStep } from './plan-step';
import { recordStepProgress } from './record-step-progress';
import { startStep } from './start-step';
import { Step } from './step';
import { itemsOf, StepItem } from './step-item';
import { demandsOf } from './step-rules';
import { StepEnded, StepOverdue } from './step.errors';
import {
  CancelStepInput,
  CompleteStepInput,
  PlanStepInput,
  RecordStepProgressInput,
  StartStepInput,
  type StepFilter,
  UpdateStepInput,
} from './step.inputs';
import { StepList } from './step.list';
import { tickedNames } from './ticks';
import { updateStep } from './update-step';

const PlanStepResult = createUnionType({
  name: 'PlanStepResult',
  description: 'The planned step, or why there is none (安排结果).',
  types: () => [Step, NotFound, PlanLineEnded, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateStepResult = createUnionType({
  name: 'UpdateStepResult',
  description: 'The changed step, or why it could not be changed (变更结果).',
  types: () => [Step, NotFound, VersionConflict, StepEnded, StepOverdue, InvalidInput, IdempotencyKeyReused] as const,
});

const RecordStepProgressResult = createUnionType({
  name: 'RecordStepProgressResult',
  description: 'The step as it is now, or why it could not be said (填报结果).',
  types: () => [Step, NotFound, VersionConflict, StepEnded, InvalidInput, IdempotencyKeyReused] as const,
});

const StartStepResult = createUnionType({
  name: 'StartStepResult',
  description: 'The started step, or what is missing (开始结果).',
  types: () =>
    [Step, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const CompleteStepResult = createUnionType({
  name: 'CompleteStepResult',
  description: 'The completed step, or what is missing (完成结果).',
  types: () =>
    [Step, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const CancelStepResult = createUnionType({
  name: 'CancelStepResult',
  description: 'The step that was called off, or why it could not be (取消结果).',
  types: () =>
    [Step, NotFound, VersionConflict, TransitionRefused, StepOverdue, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Step)
export class StepResolver {
  @Authorized()
  @Query(() => Step, {
    nullable: true,
    description: 'One step of planning; null when there is none that you may see (步骤).',
  })
  step(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Step | null> {
    return context.reads.one(Step, id);
  }

  @Authorized()
  @Query(() => StepList.Connection, {
    nullable: true,
    description: 'The steps of planning that you may see, the next one due first (步骤列表).',
  })
  steps(
    @Ctx() context: GraphContext,
    @Args(() => StepList.Args) args: ListArgs<StepFilter>,
  ): Promise<Connection<Step>> {
    return context.reads.page(StepList, args);
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => PlanStepResult, {
    nullable: true,
    description: 'Begins a step of planning for an account, or a key node of a plan line (安排步骤).',
  })
  planStep(
    @Ctx() context: GraphContext,
    @Input(() => PlanStepInput) input: PlanStepInput,
  ): Promise<typeof PlanStepResult> {
    return context.command('planStep', input, (command) => planStep(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => UpdateStepResult, {
    nullable: true,
    description: 'Changes who does a step, what and when, as long as it goes on (变更步骤).',
  })
  updateStep(
    @Ctx() context: GraphContext,
    @Input(() => UpdateStepInput) input: UpdateStepInput,
  ): Promise<typeof UpdateStepResult> {
    return context.command('updateStep', input, (command) => updateStep(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => RecordStepProgressResult, {
    nullable: true,
    description: 'Says what is there of a step, with what proves it, and how far it is (填报步骤进展).',
  })
  recordStepProgress(
    @Ctx() context: GraphContext,
    @Input(() => RecordStepProgressInput) input: RecordStepProgressInput,
  ): Promise<typeof RecordStepProgressResult> {
    return context.command('recordStepProgress', input, (command) => recordStepProgress(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => StartStepResult, {
    nullable: true,
    description: 'Starts a step; refused with the inputs that are missing (开始步骤).',
  })
  startStep(
    @Ctx() context: GraphContext,
    @Input(() => StartStepInput) input: StartStepInput,
  ): Promise<typeof StartStepResult> {
    return context.command('startStep', input, (command) => startStep(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => CompleteStepResult, {
    nullable: true,
    description: 'Completes a step; refused with the outputs that are missing, and the degree (完成步骤).',
  })
  completeStep(
    @Ctx() context: GraphContext,
    @Input(() => CompleteStepInput) input: CompleteStepInput,
  ): Promise<typeof CompleteStepResult> {
    return context.command('completeStep', input, (command) => completeStep(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => CancelStepResult, { nullable: true, description: 'Calls a step off, with the reason (取消步骤).' })
  cancelStep(
    @Ctx() context: GraphContext,
    @Input(() => CancelStepInput) input: CancelStepInput,
  ): Promise<typeof CancelStepResult> {
    return context.command('cancelStep', input, (command) => cancelStep(command, input));
  }

  @FieldResolver(() => StepTemplate, {
    nullable: true,
    description: 'The edition of the template that it began with: standard action, demands, role (步骤模板).',
  })
  template(@Ctx() context: GraphContext, @Root() step: Step): Promise<StepTemplate | null> {
    return context.reads.one(StepTemplate, step.stepTemplateId);
  }

  @FieldResolver(() => [StepItem], {
    nullable: true,
    description: 'What it needs before it starts, each with what proves that it is there (输入).',
  })
  async inputs(@Ctx() context: GraphContext, @Root() step: Step): Promise<StepItem[] | null> {
    const template = await this.template(context, step);
    return template && itemsOf(template.requiredInputs, step.inputTicks);
  }

  @FieldResolver(() => [StepItem], {
    nullable: true,
    description: 'What it is to leave behind, each with what proves that it is there (输出).',
  })
  async outputs(@Ctx() context: GraphContext, @Root() step: Step): Promise<StepItem[] | null> {
    const template = await this.template(context, step);
    return template && itemsOf(template.requiredOutputs, step.outputTicks);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'What keeps it from starting, in the order of the template; nothing when it has started (开始所缺).',
  })
  async missingToStart(@Ctx() context: GraphContext, @Root() step: Step): Promise<string[] | null> {
    if (step.status !== 'PLANNED') return [];
    const template = await this.template(context, step);
    return template && missingToStart(demandsOf(template), tickedNames(step.inputTicks));
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'What keeps it from being complete: outputs, then the degree; nothing when it has ended (完成所缺).',
  })
  async missingToComplete(@Ctx() context: GraphContext, @Root() step: Step): Promise<string[] | null> {
    if (step.status === 'DONE' || step.status === 'CANCELLED') return [];
    const template = await this.template(context, step);
    return template && missingToComplete(demandsOf(template), tickedNames(step.outputTicks), step.degree);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account it is done for; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() step: Step): Promise<Account | null> {
    return context.reads.one(Account, step.accountId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() step: Step): Promise<Rep | null> {
    return context.reads.one(Rep, step.ownerId);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The plan line whose key node it is; null where it is none, or none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() step: Step): Promise<PlanLine | null> | null {
    return step.planLineId === null ? null : context.reads.one(PlanLine, step.planLineId);
  }
}

/** The steps of planning for an account. */
@Resolver(() => Account)
export class AccountStepResolver {
  @FieldResolver(() => StepList.Connection, {
    nullable: true,
    description: 'The steps of planning for it that you may see (步骤).',
  })
  steps(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => StepList.Args) args: ListArgs<StepFilter>,
  ): Promise<Connection<Step>> {
    return context.reads.pageBy(StepList, 'accountId', account.id, args);
  }
}

/** What is to be done for a plan line. */
@Resolver(() => PlanLine)
export class PlanLineStepResolver {
  @FieldResolver(() => StepList.Connection, {
    nullable: true,
    description: 'Its key nodes that you may see: owner, task, due day and floor of each (关键节点).',
  })
  keyNodes(
    @Ctx() context: GraphContext,
    @Root() line: PlanLine,
    @Args(() => StepList.Args) args: ListArgs<StepFilter>,
  ): Promise<Connection<Step>> {
    return context.reads.pageBy(StepList, 'planLineId', line.id, args);
  }

  @FieldResolver(() => Step, {
    nullable: true,
    description:
      'What goes on: of its started key nodes the one due first, else of the planned ones; null when there is none (销售活动).',
  })
  activity(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Step | null> {
    return currentStep(context, line.id);
  }
}
