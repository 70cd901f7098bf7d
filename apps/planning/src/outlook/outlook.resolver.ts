import { GraphContext, IdempotencyKeyReused, Input, InvalidInput, NotFound, VersionConflict } from '@fivepoint/service';
import { Authorized, createUnionType, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { LineOutlook } from './line-outlook';
import { RecordLineOutlookInput } from './outlook.inputs';
import { recordLineOutlook } from './record-line-outlook';

const RecordLineOutlookResult = createUnionType({
  name: 'RecordLineOutlookResult',
  description: 'What is expected now, or why it could not be recorded (登记结果).',
  types: () => [LineOutlook, NotFound, VersionConflict, PlanLineEnded, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => LineOutlook)
export class LineOutlookResolver {
  @Authorized('REP', 'MANAGER', 'EXECUTIVE')
  @Mutation(() => RecordLineOutlookResult, {
    nullable: true,
    description: 'Says what is expected of a plan line, in place of what was said before (登记计划行预判).',
  })
  recordLineOutlook(
    @Ctx() context: GraphContext,
    @Input(() => RecordLineOutlookInput) input: RecordLineOutlookInput,
  ): Promise<typeof RecordLineOutlookResult> {
    return context.command('recordLineOutlook', input, (command) => recordLineOutlook(command, input));
  }

  @FieldResolver(() => PlanLine, { nullable: true, description: 'The line that it is of (计划行).' })
  planLine(@Ctx() context: GraphContext, @Root() outlook: LineOutlook): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, outlook.planLineId);
  }
}

/** What is expected of a plan's lines; who sees a line sees that. */
@Resolver(() => PlanLine)
export class PlanLineOutlookResolver {
  @FieldResolver(() => LineOutlook, {
    nullable: true,
    description: 'What is expected of it; null until somebody has said so (预判).',
  })
  outlook(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<LineOutlook | null> {
    return context.reads.oneBy(LineOutlook, 'planLineId', line.id);
  }
}
