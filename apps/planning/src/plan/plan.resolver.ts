import {
  type Connection,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  MoneyValue,
  NotFound,
  type ListArgs,
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
import { PlanLine } from '../plan-line/plan-line';
import type { PlanLineFilter } from '../plan-line/plan-line.inputs';
import { PlanLineList } from '../plan-line/plan-line.list';
import { isUnderRevision } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { IncreaseBeyondCap } from '../plan-version/plan-version.errors';
import type { PlanVersionFilter } from '../plan-version/plan-version.inputs';
import { PlanVersionList } from '../plan-version/plan-version.lists';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { approvePlan } from './approve-plan';
import { closePlan } from './close-plan';
import { createPlan } from './create-plan';
import { fixProductTarget } from './fix-product-target';
import { Plan } from './plan';
import { ApprovalRefused, PlanNotDraft } from './plan.errors';
import {
  ApprovePlanInput,
  ClosePlanInput,
  CreatePlanInput,
  FixProductTargetInput,
  type PlanFilter,
  ReturnPlanInput,
  StartPlanInput,
  SubmitPlanInput,
} from './plan.inputs';
import { PlanList } from './plan.list';
import { ProductTarget } from './product-target';
import { productTargetsOf, totalTargetOf } from './read-totals';
import { returnPlan } from './return-plan';
import { startPlan } from './start-plan';
import { submitPlan } from './submit-plan';

const CreatePlanResult = createUnionType({
  name: 'CreatePlanResult',
  description: 'The new plan, or why there is none (编制结果).',
  types: () => [Plan, InvalidInput, IdempotencyKeyReused] as const,
});

const SubmitPlanResult = createUnionType({
  name: 'SubmitPlanResult',
  description: 'The submitted plan, or why it could not be submitted (提交结果).',
  types: () =>
    [Plan, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const ApprovePlanResult = createUnionType({
  name: 'ApprovePlanResult',
  description: 'The approved plan, or why it could not be approved (批准结果).',
  types: () =>
    [
      Plan,
      NotFound,
      VersionConflict,
      TransitionRefused,
      ApprovalRefused,
      IncreaseBeyondCap,
      GateNotMet,
      InvalidInput,
      IdempotencyKeyReused,
    ] as const,
});

const ReturnPlanResult = createUnionType({
  name: 'ReturnPlanResult',
  description: 'The plan in DRAFT again, or why it could not be returned (退回结果).',
  types: () =>
    [Plan, NotFound, VersionConflict, TransitionRefused, ApprovalRefused, InvalidInput, IdempotencyKeyReused] as const,
});

const StartPlanResult = createUnionType({
  name: 'StartPlanResult',
  description: 'The plan in force, or why it could not be put in force (执行结果).',
  types: () =>
    [Plan, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const ClosePlanResult = createUnionType({
  name: 'ClosePlanResult',
  description: 'The closed plan, or why it could not be closed (关闭结果).',
  types: () =>
    [Plan, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const FixProductTargetResult = createUnionType({
  name: 'FixProductTargetResult',
  description: 'The plan with its product target, or why it was not set (设定结果).',
  types: () => [Plan, NotFound, VersionConflict, PlanNotDraft, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Plan)
export class PlanResolver {
  @Authorized()
  @Query(() => Plan, { nullable: true, description: 'One plan; null when there is none that you may see (计划).' })
  plan(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Plan | null> {
    return context.reads.one(Plan, id);
  }

  @Authorized()
  @Query(() => PlanList.Connection, {
    nullable: true,
    description: 'The plans that you may see (计划列表).',
  })
  plans(
    @Ctx() context: GraphContext,
    @Args(() => PlanList.Args) args: ListArgs<PlanFilter>,
  ): Promise<Connection<Plan>> {
    return context.reads.page(PlanList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => CreatePlanResult, {
    nullable: true,
    description: 'Begins a plan for a period, in DRAFT and without lines (编制计划).',
  })
  createPlan(
    @Ctx() context: GraphContext,
    @Input(() => CreatePlanInput) input: CreatePlanInput,
  ): Promise<typeof CreatePlanResult> {
    return context.command('createPlan', input, (command) => createPlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => SubmitPlanResult, {
    nullable: true,
    description:
      'Hands a plan, or its open revision, in for approval; refused with all that is missing, such as lines (提交计划).',
  })
  submitPlan(
    @Ctx() context: GraphContext,
    @Input(() => SubmitPlanInput) input: SubmitPlanInput,
  ): Promise<typeof SubmitPlanResult> {
    return context.command('submitPlan', input, (command) => submitPlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => ApprovePlanResult, {
    nullable: true,
    description:
      'Approves a submitted plan: each line becomes a target that acquisition pursues; of a revision, what differs (批准计划).',
  })
  approvePlan(
    @Ctx() context: GraphContext,
    @Input(() => ApprovePlanInput) input: ApprovePlanInput,
  ): Promise<typeof ApprovePlanResult> {
    return context.command('approvePlan', input, (command) => approvePlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => ReturnPlanResult, {
    nullable: true,
    description: 'Gives a submitted plan back to its author with the reason, by who may approve it (退回计划).',
  })
  returnPlan(
    @Ctx() context: GraphContext,
    @Input(() => ReturnPlanInput) input: ReturnPlanInput,
  ): Promise<typeof ReturnPlanResult> {
    return context.command('returnPlan', input, (command) => returnPlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => FixProductTargetResult, {
    nullable: true,
    description:
      'Says what the draft of a plan is to sell of a product: its lines must add up to that (设定产品总目标).',
  })
  fixProductTarget(
    @Ctx() context: GraphContext,
    @Input(() => FixProductTargetInput) input: FixProductTargetInput,
  ): Promise<typeof FixProductTargetResult> {
    return context.command('fixProductTarget', input, (command) => fixProductTarget(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => StartPlanResult, {
    nullable: true,
    description: 'Puts a plan in force that was approved before its period, once the period has begun (开始执行).',
  })
  startPlan(
    @Ctx() context: GraphContext,
    @Input(() => StartPlanInput) input: StartPlanInput,
  ): Promise<typeof StartPlanResult> {
    return context.command('startPlan', input, (command) => startPlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => ClosePlanResult, {
    nullable: true,
    description: 'Ends a plan that is in force; contracts and cash from its lines count on (关闭计划).',
  })
  closePlan(
    @Ctx() context: GraphContext,
    @Input(() => ClosePlanInput) input: ClosePlanInput,
  ): Promise<typeof ClosePlanResult> {
    return context.command('closePlan', input, (command) => closePlan(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who wrote it (编制人).' })
  owner(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<Rep | null> | null {
    return plan.ownerId === null ? null : context.reads.one(Rep, plan.ownerId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who approved it, if a rep did (批准人).' })
  approver(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<Rep | null> | null {
    return plan.approverId === null ? null : context.reads.one(Rep, plan.approverId);
  }

  @FieldResolver(() => PlanLineList.Connection, {
    nullable: true,
    description: 'Its lines in the version that counts, of those that you may see (计划行).',
  })
  lines(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => PlanLineList.Args) args: ListArgs<PlanLineFilter>,
  ): Promise<Connection<PlanLine>> {
    const standings = (args.filter?.standings ?? ['PLANNED']).filter((standing) => standing === 'PLANNED');
    return context.reads.pageBy(PlanLineList, 'planId', plan.id, { ...args, filter: { ...args.filter, standings } });
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'Sum of the targets of all its lines, exactly (总目标).',
  })
  async totalTarget(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<MoneyValue> {
    return MoneyValue.of(await totalTargetOf(context, plan.currentVersionId, plan.currency));
  }

  @FieldResolver(() => [ProductTarget], {
    nullable: true,
    description:
      'The targets of all its lines by product, beside what was set for each; they sum to totalTarget (产品目标汇总).',
  })
  productTargets(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<ProductTarget[]> {
    return productTargetsOf(context, plan.currentVersionId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description: 'The version that counts: the last one approved, and before that the first (当前版本).',
  })
  currentVersion(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, plan.currentVersionId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description: 'The revision that is being written or waits for approval; null when there is none (进行中的修订).',
  })
  openRevision(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<PlanVersion | null> | null {
    return plan.openVersionId !== null && isUnderRevision(plan)
      ? context.reads.one(PlanVersion, plan.openVersionId)
      : null;
  }

  @FieldResolver(() => PlanVersionList.Connection, { nullable: true, description: 'All its versions (计划版本).' })
  versions(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => PlanVersionList.Args) args: ListArgs<PlanVersionFilter>,
  ): Promise<Connection<PlanVersion>> {
    return context.reads.pageBy(PlanVersionList, 'planId', plan.id, args);
  }
}

@Resolver(() => ProductTarget)
export class ProductTargetResolver {
  @FieldResolver(() => Product, { nullable: true, description: 'The product (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: ProductTarget): Promise<Product | null> {
    return context.reads.one(Product, productId);
  }
}
