import { type Connection, GraphContext, type ListArgs, UUID } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Rep } from '../rep/rep';
import { RebalancedTarget } from './rebalanced-target';
import { Rebalancing } from './rebalancing';
import type { RebalancedTargetFilter } from './rebalancing.inputs';
import { RebalancedTargetList } from './rebalancing.lists';

@Resolver(() => RebalancedTarget)
export class RebalancedTargetResolver {
  @Authorized()
  @Query(() => RebalancedTarget, {
    nullable: true,
    description: 'What a rebalancing says of one rep; null when there is nothing that you may see (个人目标调节).',
  })
  rebalancedTarget(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<RebalancedTarget | null> {
    return context.reads.one(RebalancedTarget, id);
  }

  @Authorized()
  @Query(() => RebalancedTargetList.Connection, {
    nullable: true,
    description: 'What rebalancings say of the reps whom you lead, and of yourself (个人目标调节列表).',
  })
  rebalancedTargets(
    @Ctx() context: GraphContext,
    @Args(() => RebalancedTargetList.Args) args: ListArgs<RebalancedTargetFilter>,
  ): Promise<Connection<RebalancedTarget>> {
    return context.reads.page(RebalancedTargetList, args);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: RebalancedTarget): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => Rebalancing, {
    nullable: true,
    description: 'The rebalancing; null when its plan is none that you may see (目标动态调节).',
  })
  rebalancing(@Ctx() context: GraphContext, @Root() { rebalancingId }: RebalancedTarget): Promise<Rebalancing | null> {
    return context.reads.one(Rebalancing, rebalancingId);
  }
}
