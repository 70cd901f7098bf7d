import {
  type Connection,
  connectionOf,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  MoneyValue,
  NotFound,
  PageArgs,
  pageAtHand,
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
import { Plan } from '../plan/plan';
import { productTargetsOf, totalTargetOf } from '../plan/read-totals';
import { ProductTarget } from '../plan/product-target';
import { Rep } from '../rep/rep';
import { changedLines } from './changed-lines';
import { discardRevision } from './discard-revision';
import { PlanComparison, PlanLineChange } from './plan-comparison';
import { PlanVersion } from './plan-version';
import { RepIncrease, RevisionOpen } from './plan-version.errors';
import {
  DiscardRevisionInput,
  type PlanLineVersionFilter,
  type PlanVersionFilter,
  RevisePlanInput,
} from './plan-version.inputs';
import { PlanLineVersionList, PlanVersionList } from './plan-version.lists';
import { PlanLineVersion } from './plan-line-version';
import { revisePlan } from './revise-plan';

const RevisePlanResult = createUnionType({
  name: 'RevisePlanResult',
  description: 'The plan with its open revision, or why there is none (修订结果).',
  types: () => [Plan, NotFound, VersionConflict, RevisionOpen, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const DiscardRevisionResult = createUnionType({
  name: 'DiscardRevisionResult',
  description: 'The plan without its revision, or why it could not be discarded (放弃结果).',
  types: () => [Plan, NotFound, VersionConflict, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const PlanLineChangeConnection = connectionOf(PlanLineChange);

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @Authorized()
  @Query(() => PlanVersion, {
    nullable: true,
    description: 'One version of a plan; null when there is none that you may see (计划版本).',
  })
  planVersion(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, id);
  }

  @Authorized()
  @Query(() => PlanVersionList.Connection, {
    nullable: true,
    description: 'The versions of the plans that you may see (计划版本列表).',
  })
  planVersions(
    @Ctx() context: GraphContext,
    @Args(() => PlanVersionList.Args) args: ListArgs<PlanVersionFilter>,
  ): Promise<Connection<PlanVersion>> {
    return context.reads.page(PlanVersionList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RevisePlanResult, {
    nullable: true,
    description: 'Opens the next version of a plan as a copy in DRAFT; the one that counts stays in force (修订计划).',
  })
  revisePlan(
    @Ctx() context: GraphContext,
    @Input(() => RevisePlanInput) input: RevisePlanInput,
  ): Promise<typeof RevisePlanResult> {
    return context.command('revisePlan', input, (command) => revisePlan(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => DiscardRevisionResult, {
    nullable: true,
    description: 'Gives the open revision of a plan up, with the reason (放弃修订).',
  })
  discardRevision(
    @Ctx() context: GraphContext,
    @Input(() => DiscardRevisionInput) input: DiscardRevisionInput,
  ): Promise<typeof DiscardRevisionResult> {
    return context.command('discardRevision', input, (command) => discardRevision(command, input));
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan that it is a version of (计划).' })
  plan(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Plan | null> {
    return context.reads.one(Plan, version.planId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description: 'The version that it was copied from; null for the first (来源版本).',
  })
  basis(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<PlanVersion | null> | null {
    return version.basisId === null ? null : context.reads.one(PlanVersion, version.basisId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who began it, if a rep did (编制人).' })
  author(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Rep | null> | null {
    return repOf(context, version.authorId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who last handed it in, if a rep did (提交人).' })
  submitter(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Rep | null> | null {
    return repOf(context, version.submitterId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who last returned it, if a rep did (退回人).' })
  returner(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Rep | null> | null {
    return repOf(context, version.returnerId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who approved it, if a rep did (批准人).' })
  approver(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Rep | null> | null {
    return repOf(context, version.approverId);
  }

  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'The rep who superseded, closed or discarded it, if a rep did (结束人).',
  })
  closer(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<Rep | null> | null {
    return repOf(context, version.closerId);
  }

  @FieldResolver(() => PlanLineVersionList.Connection, {
    nullable: true,
    description: 'What it says of its lines that you may see (计划行).',
  })
  lines(
    @Ctx() context: GraphContext,
    @Root() version: PlanVersion,
    @Args(() => PlanLineVersionList.Args) args: ListArgs<PlanLineVersionFilter>,
  ): Promise<Connection<PlanLineVersion>> {
    return context.reads.pageBy(PlanLineVersionList, 'planVersionId', version.id, args);
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'Sum of the targets of all its lines, exactly (总目标).',
  })
  async totalTarget(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<MoneyValue | null> {
    const plan = await context.reads.one(Plan, version.planId);
    return plan && MoneyValue.of(await totalTargetOf(context, version.id, plan.currency));
  }

  @FieldResolver(() => [ProductTarget], {
    nullable: true,
    description: 'The targets of all its lines by product, beside what was set for each (产品目标汇总).',
  })
  productTargets(@Ctx() context: GraphContext, @Root() version: PlanVersion): Promise<ProductTarget[]> {
    return productTargetsOf(context, version.id);
  }

  @FieldResolver(() => PlanComparison, {
    nullable: true,
    description:
      'What differs from another version of the same plan; null where there is none to compare with (版本对比).',
  })
  async comparison(
    @Ctx() context: GraphContext,
    @Root() after: PlanVersion,
    @Arg('withId', () => UUID, {
      nullable: true,
      description: 'The version to compare it with; default: the one that it was copied from (对比版本).',
    })
    withId: string | null | undefined,
  ): Promise<PlanComparison | null> {
    const beforeId = withId ?? after.basisId;
    const before = beforeId === null ? null : await context.reads.one(PlanVersion, beforeId);
    const plan = await context.reads.one(Plan, after.planId);
    if (!plan || !before || before.planId !== after.planId) return null;
    const identity = context.caller;
    const changed = await context.reads.batched(`changes since ${before.id}`, after.id, async (manager, ids) => {
      const all = [];
      for (const id of ids) all.push(await changedLines(manager, identity, { before: before.id, after: id }));
      return all;
    });
    const targetBefore = await totalTargetOf(context, before.id, plan.currency);
    const targetAfter = await totalTargetOf(context, after.id, plan.currency);
    return Object.assign(new PlanComparison(), {
      changed,
      before,
      after,
      targetBefore: MoneyValue.of(targetBefore),
      targetAfter: MoneyValue.of(targetAfter),
      difference: MoneyValue.of(targetAfter.minus(targetBefore)),
    });
  }
}

@Resolver(() => PlanComparison)
export class PlanComparisonResolver {
  @FieldResolver(() => PlanLineChangeConnection, {
    description: 'The lines that differ, of those that you may see in one of the two (变更明细).',
  })
  changes(
    @Root() { changed, before, after }: PlanComparison,
    @Args(() => PageArgs) args: PageArgs,
  ): Connection<PlanLineChange> {
    const seen = changed
      .filter(({ seen }) => seen)
      .map(({ planLineId, kind, beforeId, afterId }) =>
        Object.assign(new PlanLineChange(), { planLineId, kind, beforeId, afterId }),
      );
    return pageAtHand(seen, `changes ${before.id} ${after.id}`, ({ planLineId }) => planLineId, args);
  }
}

@Resolver(() => PlanLineVersion)
export class PlanLineVersionResolver {
  @Authorized()
  @Query(() => PlanLineVersion, {
    nullable: true,
    description: 'What one version says of one line; null when there is nothing that you may see (计划行版本).',
  })
  planLineVersion(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<PlanLineVersion | null> {
    return context.reads.one(PlanLineVersion, id);
  }

  @Authorized()
  @Query(() => PlanLineVersionList.Connection, {
    nullable: true,
    description: 'What versions say of lines, of what you may see (计划行版本列表).',
  })
  planLineVersions(
    @Ctx() context: GraphContext,
    @Args(() => PlanLineVersionList.Args) args: ListArgs<PlanLineVersionFilter>,
  ): Promise<Connection<PlanLineVersion>> {
    return context.reads.page(PlanLineVersionList, args);
  }
}

@Resolver(() => RevisionOpen)
export class RevisionOpenResolver {
  @FieldResolver(() => PlanVersion, { nullable: true, description: 'The revision that is open (进行中的修订).' })
  planVersion(@Ctx() context: GraphContext, @Root() { planVersionId }: RevisionOpen): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, planVersionId);
  }
}

@Resolver(() => RepIncrease)
export class RepIncreaseResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'The rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: RepIncrease): Promise<Rep | null> {
    return context.reads.one(Rep, ownerId);
  }
}

const repOf = (context: GraphContext, id: string | null): Promise<Rep | null> | null =>
  id === null ? null : context.reads.one(Rep, id);
