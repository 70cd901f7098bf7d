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
import { adoptIncentiveRule } from './adopt-incentive-rule';
import { IncentiveRule } from './incentive-rule';
import type { IncentiveRuleFilter } from './rules.filters';
import { AdoptIncentiveRuleInput } from './rules.inputs';
import { IncentiveRuleList } from './rules.lists';

const AdoptIncentiveRuleResult = createUnionType({
  name: 'AdoptIncentiveRuleResult',
  description: 'What is in force from then on, or why it is not (激励规则结果).',
  types: () => [IncentiveRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => IncentiveRule)
export class IncentiveRuleResolver {
  @Authorized()
  @Query(() => IncentiveRule, {
    nullable: true,
    description: 'One rule of the incentive; null when there is none (激励规则).',
  })
  incentiveRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<IncentiveRule | null> {
    return context.reads.one(IncentiveRule, id);
  }

  @Authorized()
  @Query(() => IncentiveRuleList.Connection, {
    nullable: true,
    description: 'The rules of the incentive, one after the other (激励规则列表).',
  })
  incentiveRules(
    @Ctx() context: GraphContext,
    @Args(() => IncentiveRuleList.Args) args: ListArgs<IncentiveRuleFilter>,
  ): Promise<Connection<IncentiveRule>> {
    return context.reads.page(IncentiveRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptIncentiveRuleResult, {
    nullable: true,
    description: 'Says what reps are paid for what they attained from a day on (调整激励规则).',
  })
  adoptIncentiveRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptIncentiveRuleInput) input: AdoptIncentiveRuleInput,
  ): Promise<typeof AdoptIncentiveRuleResult> {
    return context.command('adoptIncentiveRule', input, (command) => adoptIncentiveRule(command, input));
  }
}
