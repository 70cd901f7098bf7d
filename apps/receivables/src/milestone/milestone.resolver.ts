import { GraphContext, IdempotencyKeyReused, Input, InvalidInput, NotFound, UUID } from '@fivepoint/service';
import { Arg, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Milestone } from './milestone';
import { MilestoneAlreadyRecorded } from './milestone.errors';
import { RecordMilestoneInput } from './milestone.inputs';
import { recordMilestone } from './record-milestone';

const RecordMilestoneResult = createUnionType({
  name: 'RecordMilestoneResult',
  description: 'The recorded milestone, or why it could not be recorded (登记结果).',
  types: () => [Milestone, NotFound, MilestoneAlreadyRecorded, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Authorized()
  @Query(() => Milestone, {
    nullable: true,
    description: 'One milestone; null when there is none that you may see (交付节点).',
  })
  milestone(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Milestone | null> {
    return context.reads.one(Milestone, id);
  }

  @Authorized('DELIVERY', 'MANAGER', 'FINANCE')
  @Mutation(() => RecordMilestoneResult, {
    nullable: true,
    description:
      'Records that a contract reached a milestone: the instalments that wait for it fall due (登记交付节点).',
  })
  recordMilestone(
    @Ctx() context: GraphContext,
    @Input(() => RecordMilestoneInput) input: RecordMilestoneInput,
  ): Promise<typeof RecordMilestoneResult> {
    return context.command('recordMilestone', input, (command) => recordMilestone(command, input));
  }
}
