import { Money } from '@fivepoint/kernel';
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
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { approvePlan } from './approve-plan';
import { closePlan } from './close-plan';
import { createPlan } from './create-plan';
import { Plan } from './plan';
import { type ProductTotal, productTotals } from './plan-totals';
import { ApprovalRefused } from './plan.errors';
import {
  ApprovePlanInput,
  ClosePlanInput,
  CreatePlanInput,
  type PlanFilter,
  ReturnPlanInput,
  StartPlanInput,
  SubmitPlanInput,
} from './plan.inputs';
import { PlanList } from './plan.list';
import { ProductTarget } from './product-target';
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
  types: () => [Plan, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
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
    description: 'Hands a plan in for approval; refused with what is missing when it has no lines (提交计划).',
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
    description: 'Approves a submitted plan: each line becomes a target that acquisition pursues (批准计划).',
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
    description: 'Its lines that you may see (计划行).',
  })
  lines(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => PlanLineList.Args) args: ListArgs<PlanLineFilter>,
  ): Promise<Connection<PlanLine>> {
    return context.reads.pageBy(PlanLineList, 'planId', plan.id, args);
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'Sum of the targets of all its lines, exactly (总目标).',
  })
  async totalTarget(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<MoneyValue> {
    const products = await totalsOf(context, plan);
    return MoneyValue.of(
      Money.sum(
        products.map(({ target }) => target),
        plan.currency,
      ),
    );
  }

  @FieldResolver(() => [ProductTarget], {
    nullable: true,
    description: 'The targets of all its lines by product; they sum to totalTarget (产品目标汇总).',
  })
  async productTargets(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<ProductTarget[]> {
    const products = await totalsOf(context, plan);
    return products.map(({ productId, target, lineCount }) =>
      Object.assign(new ProductTarget(), { productId, target: MoneyValue.of(target), lineCount }),
    );
  }
}

@Resolver(() => ProductTarget)
export class ProductTargetResolver {
  @FieldResolver(() => Product, { nullable: true, description: 'The product (产品).' })
  product(@Ctx() context: GraphContext, @Root() { productId }: ProductTarget): Promise<Product | null> {
    return context.reads.one(Product, productId);
  }
}

function totalsOf(context: GraphContext, plan: Plan): Promise<ProductTotal[]> {
  const { tenantId } = context.caller;
  return context.reads.batched('plan totals', plan.id, async (manager, planIds) => {
    const totals = await productTotals(manager, tenantId, planIds);
    return planIds.map((id) => totals.filter(({ planId }) => planId === id));
  });
}
