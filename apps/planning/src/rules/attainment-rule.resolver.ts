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
import { adoptAttainmentRule } from './adopt-attainment-rule';
import { AttainmentRule } from './attainment-rule';
import type { AttainmentRuleFilter } from './rules.filters';
import { AdoptAttainmentRuleInput } from './rules.inputs';
import { AttainmentRuleList } from './rules.lists';

const AdoptAttainmentRuleResult = createUnionType({
  name: 'AdoptAttainmentRuleResult',
  description: 'What is in force from then on, or why it is not (达成考核规则结果).',
  types: () => [AttainmentRule, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => AttainmentRule)
export class AttainmentRuleResolver {
  @Authorized()
  @Query(() => AttainmentRule, {
    nullable: true,
    description: 'One rule of attainment; null when there is none (达成考核规则).',
  })
  attainmentRule(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<AttainmentRule | null> {
    return context.reads.one(AttainmentRule, id);
  }

  @Authorized()
  @Query(() => AttainmentRuleList.Connection, {
    nullable: true,
    description: 'The rules of attainment, one after the other (达成考核规则列表).',
  })
  attainmentRules(
    @Ctx() context: GraphContext,
    @Args(() => AttainmentRuleList.Args) args: ListArgs<AttainmentRuleFilter>,
  ): Promise<Connection<AttainmentRule>> {
    return context.reads.page(AttainmentRuleList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptAttainmentRuleResult, {
    nullable: true,
    description: 'Says what bookings and cash count for in attainment from a day on (调整达成考核规则).',
  })
  adoptAttainmentRule(
    @Ctx() context: GraphContext,
    @Input(() => AdoptAttainmentRuleInput) input: AdoptAttainmentRuleInput,
  ): Promise<typeof AdoptAttainmentRuleResult> {
    return context.command('adoptAttainmentRule', input, (command) => adoptAttainmentRule(command, input));
  }
}
