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
import { adoptRelationshipChain } from './adopt-relationship-chain';
import { RelationshipChain } from './relationship-chain';
import type { RelationshipChainFilter } from './rules.filters';
import { AdoptRelationshipChainInput } from './rules.inputs';
import { RelationshipChainList } from './rules.lists';

const AdoptRelationshipChainResult = createUnionType({
  name: 'AdoptRelationshipChainResult',
  description: 'What is in force from then on, or why it is not (关系评分规则结果).',
  types: () => [RelationshipChain, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => RelationshipChain)
export class RelationshipChainResolver {
  @Authorized()
  @Query(() => RelationshipChain, {
    nullable: true,
    description: 'One relationship chain; null when there is none (关系评分规则).',
  })
  relationshipChain(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<RelationshipChain | null> {
    return context.reads.one(RelationshipChain, id);
  }

  @Authorized()
  @Query(() => RelationshipChainList.Connection, {
    nullable: true,
    description: 'The relationship chains, one after the other (关系评分规则列表).',
  })
  relationshipChains(
    @Ctx() context: GraphContext,
    @Args(() => RelationshipChainList.Args) args: ListArgs<RelationshipChainFilter>,
  ): Promise<Connection<RelationshipChain>> {
    return context.reads.page(RelationshipChainList, args);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => AdoptRelationshipChainResult, {
    nullable: true,
    description:
      'Says which roles make the relationship score from a day on; all accounts are assessed anew, a moment later (调整关系评分规则).',
  })
  adoptRelationshipChain(
    @Ctx() context: GraphContext,
    @Input(() => AdoptRelationshipChainInput) input: AdoptRelationshipChainInput,
  ): Promise<typeof AdoptRelationshipChainResult> {
    return context.command('adoptRelationshipChain', input, (command) => adoptRelationshipChain(command, input));
  }
}
