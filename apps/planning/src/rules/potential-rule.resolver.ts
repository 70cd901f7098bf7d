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
import { adoptPotentialRule } from './adopt-potential-rule';
import { PotentialRule } from './potential-rule';
import type { PotentialRuleFilter } from './rules.filters';
import { AdoptPotentialRuleInput } from './rules.inputs';
import { PotentialRuleList } from './rules.lists';

const AdoptPotentialRuleResult = createUnionType({
  name: 'AdoptPotentialRuleResult',
  description: 'What is in force from then on, or why it is not (潜力规则结果).',
  types: () => [PotentialRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => PotentialRule)
export class PotentialRuleResolver {
  @Authorized()
  @Query(() => PotentialRule, {
    nullable: true,
    description: 'One rule of potential; null when there is none (潜力规则).',
  })
  potentialRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<PotentialRule | null> {
    return context.reads.one(PotentialRule, id);
  }

  @Authorized()
  @Query(() => PotentialRuleList.Connection, {
    nullable: true,
    description: 'The rules of potential, one after the other (潜力规则列表).',
  })
  potentialRules(
    @Ctx() context: GraphContext,
    @Args(() => PotentialRuleList.Args) args: ListArgs<PotentialRuleFilter>,
  ): Promise<Connection<PotentialRule>> {
    return context.reads.page(PotentialRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptPotentialRuleResult, {
    nullable: true,
    description:
      'Says how potential is worked out from a day on; all accounts are assessed anew, a moment later (调整潜力规则).',
  })
  adoptPotentialRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptPotentialRuleInput) input: AdoptPotentialRuleInput,
  ): Promise<typeof AdoptPotentialRuleResult> {
    return context.command('adoptPotentialRule', input, (command) => adoptPotentialRule(command, input));
  }
}
