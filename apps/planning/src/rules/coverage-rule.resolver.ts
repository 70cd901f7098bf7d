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
import { adoptCoverageRule } from './adopt-coverage-rule';
import { CoverageRule } from './coverage-rule';
import type { CoverageRuleFilter } from './rules.filters';
import { AdoptCoverageRuleInput } from './rules.inputs';
import { CoverageRuleList } from './rules.lists';

const AdoptCoverageRuleResult = createUnionType({
  name: 'AdoptCoverageRuleResult',
  description: 'What is in force from then on, or why it is not (投入回报规则结果).',
  types: () => [CoverageRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => CoverageRule)
export class CoverageRuleResolver {
  @Authorized()
  @Query(() => CoverageRule, {
    nullable: true,
    description: 'One rule of coverage; null when there is none (投入回报规则).',
  })
  coverageRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<CoverageRule | null> {
    return context.reads.one(CoverageRule, id);
  }

  @Authorized()
  @Query(() => CoverageRuleList.Connection, {
    nullable: true,
    description: 'The rules of coverage, one after the other (投入回报规则列表).',
  })
  coverageRules(
    @Ctx() context: GraphContext,
    @Args(() => CoverageRuleList.Args) args: ListArgs<CoverageRuleFilter>,
  ): Promise<Connection<CoverageRule>> {
    return context.reads.page(CoverageRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptCoverageRuleResult, {
    nullable: true,
    description: 'Says what coverage of accounts of a currency brings and costs, from a day on (调整投入回报规则).',
  })
  adoptCoverageRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptCoverageRuleInput) input: AdoptCoverageRuleInput,
  ): Promise<typeof AdoptCoverageRuleResult> {
    return context.command('adoptCoverageRule', input, (command) => adoptCoverageRule(command, input));
  }
}
