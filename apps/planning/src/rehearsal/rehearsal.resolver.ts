import { Money, ratioOf, roundedRatio } from '@fivepoint/kernel';
import {
  type Connection,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  MoneyValue,
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
import { PlanLine } from '../plan-line/plan-line';
import { Rep } from '../rep/rep';
import { cancelRehearsal } from './cancel-rehearsal';
import { ringForQueue } from './claims';
import { RehearsalComparison, RehearsedLineComparison } from './comparison';
import { differenceOf } from './difference';
import { LineAssumption } from './line-assumption';
import { Rehearsal } from './rehearsal';
import { TooManyRehearsals } from './rehearsal.errors';
import { CancelRehearsalInput, type RehearsalFilter, StartRehearsalInput } from './rehearsal.inputs';
import { RehearsalList, RehearsedLineList } from './rehearsal.lists';
import { RehearsalResult, resultOf } from './rehearsal-result';
import { RehearsedLine } from './rehearsed-line';
import { startRehearsal } from './start-rehearsal';

const StartRehearsalResult = createUnionType({
  name: 'StartRehearsalResult',
  description: 'The rehearsal, which waits for its turn, or why there is none (推演结果).',
  types: () => [Rehearsal, NotFound, TooManyRehearsals, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const CancelRehearsalResult = createUnionType({
  name: 'CancelRehearsalResult',
  description: 'The rehearsal that was called off, or why it could not be (取消结果).',
  types: () => [Rehearsal, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Rehearsal)
export class RehearsalResolver {
  @Authorized()
  @Query(() => Rehearsal, {
    nullable: true,
    description: 'One rehearsal; null when there is none that you may see (推演).',
  })
  rehearsal(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Rehearsal | null> {
    return context.reads.one(Rehearsal, id);
  }

  @Authorized()
  @Query(() => RehearsalList.Connection, {
    nullable: true,
    description: 'The rehearsals that you may see (推演列表).',
  })
  rehearsals(
    @Ctx() context: GraphContext,
    @Args(() => RehearsalList.Args) args: ListArgs<RehearsalFilter>,
  ): Promise<Connection<Rehearsal>> {
    return context.reads.page(RehearsalList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => StartRehearsalResult, {
    nullable: true,
    description: 'Has a plan played through as it is now, with what is expected of each of its lines (开始推演).',
  })
  async startRehearsal(
    @Ctx() context: GraphContext,
    @Input(() => StartRehearsalInput) input: StartRehearsalInput,
  ): Promise<typeof StartRehearsalResult> {
    const started = await context.command('startRehearsal', input, (command) => startRehearsal(command, input));
    ringForQueue();
    return started;
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => CancelRehearsalResult, {
    nullable: true,
    description: 'Calls a rehearsal off that is not done yet (取消推演).',
  })
  cancelRehearsal(
    @Ctx() context: GraphContext,
    @Input(() => CancelRehearsalInput) input: CancelRehearsalInput,
  ): Promise<typeof CancelRehearsalResult> {
    return context.command('cancelRehearsal', input, (command) => cancelRehearsal(command, input));
  }

  @FieldResolver(() => RehearsalResult, { nullable: true, description: 'What it says; null until it is done (结果).' })
  result(@Root() rehearsal: Rehearsal): RehearsalResult | null {
    return rehearsal.figures && resultOf(rehearsal.figures, rehearsal, rehearsal.target.currency);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep whose plan it is of (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() { ownerId }: Rehearsal): Promise<Rep | null> | null {
    return ownerId === null ? null : context.reads.one(Rep, ownerId);
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan (计划).' })
  plan(@Ctx() context: GraphContext, @Root() { planId }: Rehearsal): Promise<Plan | null> {
    return context.reads.one(Plan, planId);
  }

  @FieldResolver(() => PlanVersion, { nullable: true, description: 'The version of the plan (计划版本).' })
  planVersion(@Ctx() context: GraphContext, @Root() { planVersionId }: Rehearsal): Promise<PlanVersion | null> {
    return context.reads.one(PlanVersion, planVersionId);
  }

  @FieldResolver(() => RehearsedLineList.Connection, {
    nullable: true,
    description: 'All its lines, those first on which the target hangs most (推演行).',
  })
  lines(
    @Ctx() context: GraphContext,
    @Root() { id }: Rehearsal,
    @Args(() => RehearsedLineList.Args) args: ListArgs,
  ): Promise<Connection<RehearsedLine>> {
    return context.reads.pageBy(RehearsedLineList, 'rehearsalId', id, args);
  }

  @FieldResolver(() => RehearsalComparison, {
    nullable: true,
    description: 'How it differs from another one; null when there is none that you may see (与另一推演对比).',
  })
  async comparedTo(
    @Ctx() context: GraphContext,
    @Root() rehearsal: Rehearsal,
    @Arg('rehearsalId', () => UUID, { description: 'The other one (另一推演).' }) rehearsalId: string,
  ): Promise<RehearsalComparison | null> {
    const other = await context.reads.one(Rehearsal, rehearsalId);
    if (!other) return null;
    const { seed, trialCount, figures, target } = rehearsal;
    const sameCurrency = other.target.currency === target.currency;
    return {
      sameSeed: other.seed === seed,
      sameTrialCount: other.trialCount === trialCount,
      difference:
        figures && other.figures && sameCurrency ? differenceOf(figures, other.figures, target.currency) : null,
    };
  }
}

@Resolver(() => RehearsedLine)
export class RehearsedLineResolver {
  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The line; null when it is none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: RehearsedLine): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, planLineId);
  }

  @FieldResolver(() => LineAssumption, {
    nullable: true,
    description: 'What was expected of it; null for who may not see the line (推演假设).',
  })
  async assumption(@Ctx() context: GraphContext, @Root() line: RehearsedLine): Promise<LineAssumption | null> {
    return (await context.reads.one(PlanLine, line.planLineId)) ? line : null;
  }

  @FieldResolver(() => RehearsedLineComparison, {
    nullable: true,
    description:
      'How it stands in another rehearsal; null when it is not in it, or none that you may see (与另一推演对比).',
  })
  async comparedTo(
    @Ctx() context: GraphContext,
    @Root() line: RehearsedLine,
    @Arg('rehearsalId', () => UUID, { description: 'The other rehearsal (另一推演).' }) rehearsalId: string,
  ): Promise<RehearsedLineComparison | null> {
    if (!(await context.reads.one(Rehearsal, rehearsalId))) return null;
    const { tenantId } = context.caller;
    const other = await context.reads.batched<RehearsedLine | null>(
      `lines of rehearsal ${rehearsalId}`,
      line.planLineId,
      async (manager, planLineIds) => {
        const lines = await manager
          .createQueryBuilder(RehearsedLine, 'l')
          .where('l.tenant_id = :tenantId and l.rehearsal_id = :rehearsalId', { tenantId, rehearsalId })
          .andWhere('l.plan_line_id = any(:planLineIds)', { planLineIds })
          .getMany();
        return planLineIds.map((id) => lines.find(({ planLineId }) => planLineId === id) ?? null);
      },
    );
    if (!other) return null;
    const seen = await context.reads.one(PlanLine, line.planLineId);
    return {
      target: seen && targetDifference(line, other),
      sensitivity: sensitivityDifference(line, other),
    };
  }
}

const targetDifference = (one: RehearsedLine, other: RehearsedLine): MoneyValue | null =>
  one.target.currency === other.target.currency
    ? MoneyValue.of(Money.of(one.target.minor - other.target.minor, one.target.currency))
    : null;

function sensitivityDifference(one: RehearsedLine, other: RehearsedLine): string | null {
  if (one.sensitivity === null || other.sensitivity === null) return null;
  const [here, there] = [ratioOf(one.sensitivity), ratioOf(other.sensitivity)];
  return roundedRatio(here.numerator - there.numerator, here.denominator, 4);
}

/** How a plan was rehearsed, time after time. */
@Resolver(() => Plan)
export class PlanRehearsalResolver {
  @FieldResolver(() => RehearsalList.Connection, { nullable: true, description: 'Its rehearsals (推演).' })
  rehearsals(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => RehearsalList.Args) args: ListArgs<RehearsalFilter>,
  ): Promise<Connection<Rehearsal>> {
    return context.reads.pageBy(RehearsalList, 'planId', plan.id, args);
  }
}
