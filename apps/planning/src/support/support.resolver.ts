import {
  type Connection,
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
import { Rebalancing } from '../rebalancing/rebalancing';
import { Rep } from '../rep/rep';
import { CoachingSession } from '../skill/coaching-session';
import type { CoachingSessionFilter } from '../skill/skill.inputs';
import { CoachingSessionList } from '../skill/skill.lists';
import { cancelSupportAction } from './cancel-support-action';
import { completeSupportAction } from './complete-support-action';
import { startSupportAction } from './start-support-action';
import { SupportAction } from './support-action';
import { SupportActionList } from './support-action.list';
import { SupportActionEnded } from './support.errors';
import {
  CancelSupportActionInput,
  CompleteSupportActionInput,
  StartSupportActionInput,
  type SupportActionFilter,
  UpdateSupportActionInput,
} from './support.inputs';
import { updateSupportAction } from './update-support-action';

const UpdateSupportActionResult = createUnionType({
  name: 'UpdateSupportActionResult',
  description: 'The changed support action, or why it could not be changed (修改结果).',
  types: () =>
    [SupportAction, NotFound, VersionConflict, SupportActionEnded, InvalidInput, IdempotencyKeyReused] as const,
});

const moved = () =>
  [SupportAction, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const;

const StartSupportActionResult = createUnionType({
  name: 'StartSupportActionResult',
  description: 'The support action that has begun, or why it has not (开始结果).',
  types: moved,
});

const CompleteSupportActionResult = createUnionType({
  name: 'CompleteSupportActionResult',
  description: 'The support action that is done, or why it is not (完成结果).',
  types: moved,
});

const CancelSupportActionResult = createUnionType({
  name: 'CancelSupportActionResult',
  description: 'The support action that was cancelled, or why it was not (取消结果).',
  types: moved,
});

@Resolver(() => SupportAction)
export class SupportActionResolver {
  @Authorized()
  @Query(() => SupportAction, {
    nullable: true,
    description: 'One support action; null when there is none that you may see (帮扶行动).',
  })
  supportAction(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<SupportAction | null> {
    return context.reads.one(SupportAction, id);
  }

  @Authorized()
  @Query(() => SupportActionList.Connection, {
    nullable: true,
    description: 'The help for reps whom you lead, for yourself, and that you see to (帮扶行动列表).',
  })
  supportActions(
    @Ctx() context: GraphContext,
    @Args(() => SupportActionList.Args) args: ListArgs<SupportActionFilter>,
  ): Promise<Connection<SupportAction>> {
    return context.reads.page(SupportActionList, args);
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES', 'CSM', 'DELIVERY', 'FINANCE')
  @Mutation(() => UpdateSupportActionResult, {
    nullable: true,
    description: 'Changes help that has not ended, by who sees to it or leads the team of the rep (修改帮扶).',
  })
  updateSupportAction(
    @Ctx() context: GraphContext,
    @Input(() => UpdateSupportActionInput) input: UpdateSupportActionInput,
  ): Promise<typeof UpdateSupportActionResult> {
    return context.command('updateSupportAction', input, (command) => updateSupportAction(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES', 'CSM', 'DELIVERY', 'FINANCE')
  @Mutation(() => StartSupportActionResult, {
    nullable: true,
    description: 'Begins help, by who sees to it or leads the team of the rep (开始帮扶).',
  })
  startSupportAction(
    @Ctx() context: GraphContext,
    @Input(() => StartSupportActionInput) input: StartSupportActionInput,
  ): Promise<typeof StartSupportActionResult> {
    return context.command('startSupportAction', input, (command) => startSupportAction(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES', 'CSM', 'DELIVERY', 'FINANCE')
  @Mutation(() => CompleteSupportActionResult, {
    nullable: true,
    description: 'Ends help that was given, with what came of it (完成帮扶).',
  })
  completeSupportAction(
    @Ctx() context: GraphContext,
    @Input(() => CompleteSupportActionInput) input: CompleteSupportActionInput,
  ): Promise<typeof CompleteSupportActionResult> {
    return context.command('completeSupportAction', input, (command) => completeSupportAction(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES', 'CSM', 'DELIVERY', 'FINANCE')
  @Mutation(() => CancelSupportActionResult, {
    nullable: true,
    description: 'Ends help that is not given, with the reason (取消帮扶).',
  })
  cancelSupportAction(
    @Ctx() context: GraphContext,
    @Input(() => CancelSupportActionInput) input: CancelSupportActionInput,
  ): Promise<typeof CancelSupportActionResult> {
    return context.command('cancelSupportAction', input, (command) => cancelSupportAction(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who gets the help (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: SupportAction): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => Rep, {
    nullable: true,
    description: 'The rep who sees to it; null while nobody is named, after a revision (责任人).',
  })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: SupportAction): Promise<Rep | null> | null {
    return ownerId === null ? null : context.reads.one(Rep, ownerId);
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan whose target was cut; null when it is none that you may see (计划).',
  })
  plan(@Ctx() context: GraphContext, @Root() { planId }: SupportAction): Promise<Plan | null> {
    return context.reads.one(Plan, planId);
  }

  @FieldResolver(() => Rebalancing, {
    nullable: true,
    description:
      'The rebalancing that cut it; null where a revision did, and when it is none that you may see (目标动态调节).',
  })
  rebalancing(
    @Ctx() context: GraphContext,
    @Root() { rebalancingId }: SupportAction,
  ): Promise<Rebalancing | null> | null {
    return rebalancingId === null ? null : context.reads.one(Rebalancing, rebalancingId);
  }

  @FieldResolver(() => PlanVersion, {
    nullable: true,
    description:
      'The revision that cut it; null where a rebalancing did, and when it is none that you may see (计划版本).',
  })
  planVersion(
    @Ctx() context: GraphContext,
    @Root() { planVersionId }: SupportAction,
  ): Promise<PlanVersion | null> | null {
    return planVersionId === null ? null : context.reads.one(PlanVersion, planVersionId);
  }

  @FieldResolver(() => CoachingSessionList.Connection, {
    nullable: true,
    description: 'What was practised for it, of what you may see (技巧磨练记录).',
  })
  coachingSessions(
    @Ctx() context: GraphContext,
    @Root() { id }: SupportAction,
    @Args(() => CoachingSessionList.Args) args: ListArgs<CoachingSessionFilter>,
  ): Promise<Connection<CoachingSession>> {
    return context.reads.pageBy(CoachingSessionList, 'supportActionId', id, args);
  }
}

/** The help that a rep gets. */
@Resolver(() => Rep)
export class RepSupportResolver {
  @FieldResolver(() => SupportActionList.Connection, {
    nullable: true,
    description: 'The help that the rep gets, of what you may see (帮扶行动).',
  })
  supportActions(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args(() => SupportActionList.Args) args: ListArgs<SupportActionFilter>,
  ): Promise<Connection<SupportAction>> {
    return context.reads.pageBy(SupportActionList, 'repId', rep.id, args);
  }
}
