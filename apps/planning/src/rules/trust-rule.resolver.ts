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
import { adoptTrustRule } from './adopt-trust-rule';
import { TrustRule } from './trust-rule';
import type { TrustRuleFilter } from './rules.filters';
import { AdoptTrustRuleInput } from './rules.inputs';
import { TrustRuleList } from './rules.lists';

const AdoptTrustRuleResult = createUnionType({
  name: 'AdoptTrustRuleResult',
  description: 'What is in force from then on, or why it is not (信任规则结果).',
  types: () => [TrustRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => TrustRule)
export class TrustRuleResolver {
  @Authorized()
  @Query(() => TrustRule, { nullable: true, description: 'One rule of trust; null when there is none (信任规则).' })
  trustRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<TrustRule | null> {
    return context.reads.one(TrustRule, id);
  }

  @Authorized()
  @Query(() => TrustRuleList.Connection, {
    nullable: true,
    description: 'The rules of trust, one after the other (信任规则列表).',
  })
  trustRules(
    @Ctx() context: GraphContext,
    @Args(() => TrustRuleList.Args) args: ListArgs<TrustRuleFilter>,
  ): Promise<Connection<TrustRule>> {
    return context.reads.page(TrustRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptTrustRuleResult, {
    nullable: true,
    description: 'Says how what came of contacts moves trust from a day on (调整信任规则).',
  })
  adoptTrustRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptTrustRuleInput) input: AdoptTrustRuleInput,
  ): Promise<typeof AdoptTrustRuleResult> {
    return context.command('adoptTrustRule', input, (command) => adoptTrustRule(command, input));
  }
}
