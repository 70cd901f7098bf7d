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
import { adoptStageRule } from './adopt-stage-rule';
import { StageRule } from './stage-rule';
import type { StageRuleFilter } from './rules.filters';
import { AdoptStageRuleInput } from './rules.inputs';
import { StageRuleList } from './rules.lists';

const AdoptStageRuleResult = createUnionType({
  name: 'AdoptStageRuleResult',
  description: 'What is in force from then on, or why it is not (生命周期规则结果).',
  types: () => [StageRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => StageRule)
export class StageRuleResolver {
  @Authorized()
  @Query(() => StageRule, {
    nullable: true,
    description: 'One rule of stages; null when there is none (生命周期规则).',
  })
  stageRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<StageRule | null> {
    return context.reads.one(StageRule, id);
  }

  @Authorized()
  @Query(() => StageRuleList.Connection, {
    nullable: true,
    description: 'The rules of stages, one after the other (生命周期规则列表).',
  })
  stageRules(
    @Ctx() context: GraphContext,
    @Args(() => StageRuleList.Args) args: ListArgs<StageRuleFilter>,
  ): Promise<Connection<StageRule>> {
    return context.reads.page(StageRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptStageRuleResult, {
    nullable: true,
    description:
      'Says when a relationship is in which stage from a day on; all accounts are assessed anew, a moment later (调整生命周期规则).',
  })
  adoptStageRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptStageRuleInput) input: AdoptStageRuleInput,
  ): Promise<typeof AdoptStageRuleResult> {
    return context.command('adoptStageRule', input, (command) => adoptStageRule(command, input));
  }
}
