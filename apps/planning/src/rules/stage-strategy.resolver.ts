import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { adoptStageStrategy } from './adopt-stage-strategy';
import { StageStrategy } from './stage-strategy';
import type { StageStrategyFilter } from './rules.filters';
import { AdoptStageStrategyInput } from './rules.inputs';
import { StageStrategyList } from './rules.lists';

const AdoptStageStrategyResult = createUnionType({
  name: 'AdoptStageStrategyResult',
  description: 'What is in force from then on, or why it is not (阶段策略结果).',
  types: () => [StageStrategy, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => StageStrategy)
export class StageStrategyResolver {
  @Authorized()
  @Query(() => StageStrategy, {
    nullable: true,
    description: 'One strategy of a stage; null when there is none (阶段策略).',
  })
  stageStrategy(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<StageStrategy | null> {
    return context.reads.one(StageStrategy, id);
  }

  @Authorized()
  @Query(() => StageStrategyList.Connection, {
    nullable: true,
    description: 'The strategies of the stages, one after the other (阶段策略列表).',
  })
  stageStrategies(
    @Ctx() context: GraphContext,
    @Args(() => StageStrategyList.Args) args: ListArgs<StageStrategyFilter>,
  ): Promise<Connection<StageStrategy>> {
    return context.reads.page(StageStrategyList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptStageStrategyResult, {
    nullable: true,
    description: 'Says what is done about a relationship in a stage from a day on (调整阶段策略).',
  })
  adoptStageStrategy(
    @Ctx() context: GraphContext,
    @Input(() => AdoptStageStrategyInput) input: AdoptStageStrategyInput,
  ): Promise<typeof AdoptStageStrategyResult> {
    return context.command('adoptStageStrategy', input, (command) => adoptStageStrategy(command, input));
  }
}
