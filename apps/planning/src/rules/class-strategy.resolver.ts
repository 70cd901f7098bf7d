import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { adoptClassStrategy } from './adopt-class-strategy';
import { ClassStrategy } from './class-strategy';
import type { ClassStrategyFilter } from './rules.filters';
import { AdoptClassStrategyInput } from './rules.inputs';
import { ClassStrategyList } from './rules.lists';

const AdoptClassStrategyResult = createUnionType({
  name: 'AdoptClassStrategyResult',
  description: 'What is in force from then on, or why it is not (客户跟踪策略结果).',
  types: () => [ClassStrategy, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => ClassStrategy)
export class ClassStrategyResolver {
  @Authorized()
  @Query(() => ClassStrategy, {
    nullable: true,
    description: 'One strategy of a class; null when there is none (客户跟踪策略).',
  })
  classStrategy(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<ClassStrategy | null> {
    return context.reads.one(ClassStrategy, id);
  }

  @Authorized()
  @Query(() => ClassStrategyList.Connection, {
    nullable: true,
    description: 'The strategies of the classes, one after the other (客户跟踪策略列表).',
  })
  classStrategies(
    @Ctx() context: GraphContext,
    @Args(() => ClassStrategyList.Args) args: ListArgs<ClassStrategyFilter>,
  ): Promise<Connection<ClassStrategy>> {
    return context.reads.page(ClassStrategyList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptClassStrategyResult, {
    nullable: true,
    description: 'Says how accounts of a class are covered from a day on (调整客户跟踪策略).',
  })
  adoptClassStrategy(
    @Ctx() context: GraphContext,
    @Input(() => AdoptClassStrategyInput) input: AdoptClassStrategyInput,
  ): Promise<typeof AdoptClassStrategyResult> {
    return context.command('adoptClassStrategy', input, (command) => adoptClassStrategy(command, input));
  }
}
