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
import { adoptPortfolioRule } from './adopt-portfolio-rule';
import { PortfolioRule } from './portfolio-rule';
import type { PortfolioRuleFilter } from './rules.filters';
import { AdoptPortfolioRuleInput } from './rules.inputs';
import { PortfolioRuleList } from './rules.lists';

const AdoptPortfolioRuleResult = createUnionType({
  name: 'AdoptPortfolioRuleResult',
  description: 'What is in force from then on, or why it is not (客户分析矩阵规则结果).',
  types: () => [PortfolioRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => PortfolioRule)
export class PortfolioRuleResolver {
  @Authorized()
  @Query(() => PortfolioRule, {
    nullable: true,
    description: 'One rule of the portfolio matrix; null when there is none (客户分析矩阵规则).',
  })
  portfolioRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<PortfolioRule | null> {
    return context.reads.one(PortfolioRule, id);
  }

  @Authorized()
  @Query(() => PortfolioRuleList.Connection, {
    nullable: true,
    description: 'The rules of the portfolio matrix, one after the other (客户分析矩阵规则列表).',
  })
  portfolioRules(
    @Ctx() context: GraphContext,
    @Args(() => PortfolioRuleList.Args) args: ListArgs<PortfolioRuleFilter>,
  ): Promise<Connection<PortfolioRule>> {
    return context.reads.page(PortfolioRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptPortfolioRuleResult, {
    nullable: true,
    description:
      'Says how accounts of a currency are classed from a day on; all accounts are assessed anew, a moment later (调整客户分析矩阵规则).',
  })
  adoptPortfolioRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptPortfolioRuleInput) input: AdoptPortfolioRuleInput,
  ): Promise<typeof AdoptPortfolioRuleResult> {
    return context.command('adoptPortfolioRule', input, (command) => adoptPortfolioRule(command, input));
  }
}
