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
import { adoptRebalancingRule } from './adopt-rebalancing-rule';
import { AdoptRebalancingRuleInput, type RebalancingRuleFilter } from './rebalancing.inputs';
import { RebalancingRuleList } from './rebalancing.lists';
import { RebalancingRule } from './rebalancing-rule';

const AdoptRebalancingRuleResult = createUnionType({
  name: 'AdoptRebalancingRuleResult',
  description: 'The adopted rules, or why there are none (采用结果).',
  types: () => [RebalancingRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => RebalancingRule)
export class RebalancingRuleResolver {
  @Authorized()
  @Query(() => RebalancingRule, {
    nullable: true,
    description: 'Rules for rebalancing; null when there are none (调节规则).',
  })
  rebalancingRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<RebalancingRule | null> {
    return context.reads.one(RebalancingRule, id);
  }

  @Authorized()
  @Query(() => RebalancingRuleList.Connection, {
    nullable: true,
    description:
      'The rules for rebalancing, one after the other; the first are as shipped, a cap of 1000, a stretch of 12000, no reserve, coaching within 14 days (调节规则列表).',
  })
  rebalancingRules(
    @Ctx() context: GraphContext,
    @Args(() => RebalancingRuleList.Args) args: ListArgs<RebalancingRuleFilter>,
  ): Promise<Connection<RebalancingRule>> {
    return context.reads.page(RebalancingRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptRebalancingRuleResult, {
    nullable: true,
    description:
      'Adopts rules for rebalancing from a day on: increase cap, stretch, risk reserve, and the help that a cut opens (采用调节规则).',
  })
  adoptRebalancingRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptRebalancingRuleInput) input: AdoptRebalancingRuleInput,
  ): Promise<typeof AdoptRebalancingRuleResult> {
    return context.command('adoptRebalancingRule', input, (command) => adoptRebalancingRule(command, input));
  }
}
