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
import { PlanVersion } from '../plan-version/plan-version';
import { Plan } from '../plan/plan';
import { ApprovalRefused } from '../plan/plan.errors';
import { Rep } from '../rep/rep';
import { SupportAction } from '../support/support-action';
import { SupportActionList } from '../support/support-action.list';
import type { SupportActionFilter } from '../support/support.inputs';
import { approveRebalancing } from './approve-rebalancing';
import { proposeRebalancing } from './propose-rebalancing';
import type { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import { RebalancingOpen } from './rebalancing.errors';
import {
  ApproveRebalancingInput,
  ProposeRebalancingInput,
  type RebalancedTargetFilter,
  type RebalancingFilter,
  RejectRebalancingInput,
} from './rebalancing.inputs';
import { RebalancedTargetList, RebalancingList } from './rebalancing.lists';
import { rejectRebalancing } from './reject-rebalancing';

const ProposeRebalancingResult = createUnionType({
  name: 'ProposeRebalancingResult',
  description: 'The proposal, or why there is none (调节提案结果).',
  types: () =>
    [Rebalancing, NotFound, VersionConflict, RebalancingOpen, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const ApproveRebalancingResult = createUnionType({
  name: 'ApproveRebalancingResult',
  description: 'The approved rebalancing, or why it could not be approved (批准结果).',
  types: () =>
    [
      Rebalancing,
      NotFound,
      VersionConflict,
      TransitionRefused,
      ApprovalRefused,
      GateNotMet,
      InvalidInput,
      IdempotencyKeyReused,
    ] as const,
});

const RejectRebalancingResult = createUnionType({
  name: 'RejectRebalancingResult',
  description: 'The rejected rebalancing, or why it could not be rejected (否决结果).',
  types: () =>
    [
      Rebalancing,
      NotFound,
      VersionConflict,
      TransitionRefused,
      ApprovalRefused,
      InvalidInput,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver(() => Rebalancing)
export class RebalancingResolver {
  @Authorized()
  @Query(() => Rebalancing, {
    nullable: true,
    description: 'One rebalancing; null when there is none that you may see (目标动态调节).',
  })
  rebalancing(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Rebalancing | null> {
    return context.reads.one(Rebalancing, id);
  }

  @Authorized()
  @Query(() => RebalancingList.Connection, {
    nullable: true,
    description: 'The rebalancings of plans that you may see (目标动态调节列表).',
  })
  rebalancings(
    @Ctx() context: GraphContext,
    @Args(() => RebalancingList.Args) args: ListArgs<RebalancingFilter>,
  ): Promise<Connection<Rebalancing>> {
    return context.reads.page(RebalancingList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => ProposeRebalancingResult, {
    nullable: true,
    description:
      'Works out a fair adjustment of the targets of a plan in force; nothing changes until it is approved (提出目标调节).',
  })
  proposeRebalancing(
    @Ctx() context: GraphContext,
    @Input(() => ProposeRebalancingInput) input: ProposeRebalancingInput,
  ): Promise<typeof ProposeRebalancingResult> {
    return context.command('proposeRebalancing', input, (command) => proposeRebalancing(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => ApproveRebalancingResult, {
    nullable: true,
    description:
      'Approves a rebalancing as it was proposed: its targets count, and each cut opens help (批准目标调节).',
  })
  approveRebalancing(
    @Ctx() context: GraphContext,
    @Input(() => ApproveRebalancingInput) input: ApproveRebalancingInput,
  ): Promise<typeof ApproveRebalancingResult> {
    return context.command('approveRebalancing', input, (command) => approveRebalancing(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RejectRebalancingResult, {
    nullable: true,
    description: 'Rejects a rebalancing, with the reason, by who may approve it (否决目标调节).',
  })
  rejectRebalancing(
    @Ctx() context: GraphContext,
    @Input(() => RejectRebalancingInput) input: RejectRebalancingInput,
  ): Promise<typeof RejectRebalancingResult> {
    return context.command('rejectRebalancing', input, (command) => rejectRebalancing(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep whose plan it adjusts (编制人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: Rebalancing): Promise<Rep | null> | null {
    return repOf(context, ownerId);
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan (计划).' })
  plan(@Ctx() context: GraphContext, @Root() { planId }: Rebalancing): Promise<Plan | null> {
    return context.reads.one(Plan, planId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description: 'The version that counted when it was proposed (计划版本).',
  })
  planVersion(@Ctx() context: GraphContext, @Root() { planVersionId }: Rebalancing): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, planVersionId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who proposed it, if a rep did (提出人).' })
  proposer(@Ctx() context: GraphContext, @Root() { proposerId }: Rebalancing): Promise<Rep | null> | null {
    return repOf(context, proposerId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who decided, if a rep did (决定人).' })
  decider(@Ctx() context: GraphContext, @Root() { deciderId }: Rebalancing): Promise<Rep | null> | null {
    return repOf(context, deciderId);
  }

  @FieldResolver(() => RebalancedTargetList.Connection, {
    nullable: true,
    description: 'What it says of each rep, of the reps whom you lead and of yourself (个人目标调节).',
  })
  targets(
    @Ctx() context: GraphContext,
    @Root() { id }: Rebalancing,
    @Args(() => RebalancedTargetList.Args) args: ListArgs<RebalancedTargetFilter>,
  ): Promise<Connection<RebalancedTarget>> {
    return context.reads.pageBy(RebalancedTargetList, 'rebalancingId', id, args);
  }

  @FieldResolver(() => SupportActionList.Connection, {
    nullable: true,
    description: 'The help that its cuts opened, of what you may see (帮扶行动).',
  })
  supportActions(
    @Ctx() context: GraphContext,
    @Root() { id }: Rebalancing,
    @Args(() => SupportActionList.Args) args: ListArgs<SupportActionFilter>,
  ): Promise<Connection<SupportAction>> {
    return context.reads.pageBy(SupportActionList, 'rebalancingId', id, args);
  }
}

@Resolver(() => Plan)
export class PlanRebalancingResolver {
  @FieldResolver(() => RebalancingList.Connection, {
    nullable: true,
    description: 'How its targets were adjusted: by whom, when and why (目标动态调节).',
  })
  rebalancings(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => RebalancingList.Args) args: ListArgs<RebalancingFilter>,
  ): Promise<Connection<Rebalancing>> {
    return context.reads.pageBy(RebalancingList, 'planId', plan.id, args);
  }
}

@Resolver(() => RebalancingOpen)
export class RebalancingOpenResolver {
  @FieldResolver(() => Rebalancing, { nullable: true, description: 'The one that nobody has decided (待批准的调节).' })
  rebalancing(@Ctx() context: GraphContext, @Root() { rebalancingId }: RebalancingOpen): Promise<Rebalancing | null> {
    return context.reads.one(Rebalancing, rebalancingId);
  }
}

const repOf = (context: GraphContext, id: string | null): Promise<Rep | null> | null =>
  id === null ? null : context.reads.one(Rep, id);
