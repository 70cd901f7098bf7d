import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Expansion } from './expansion';
import { IdentifyExpansionInput } from './expansion.inputs';
import type { ExpansionFilter } from './expansion.inputs';
import { ExpansionList } from './expansion.list';
import { identifyExpansion } from './identify-expansion';

const IdentifyExpansionResult = createUnionType({
  name: 'IdentifyExpansionResult',
  description: 'The identified expansion, or why it could not be identified (识别结果).',
  types: () => [Expansion, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Expansion)
export class ExpansionResolver {
  @Authorized()
  @Query(() => Expansion, {
    nullable: true,
    description: 'One expansion; null when there is none that you may see (增购).',
  })
  expansion(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Expansion | null> {
    return context.reads.one(Expansion, id);
  }

  @Authorized()
  @Query(() => ExpansionList.Connection, {
    nullable: true,
    description: 'The expansions that you may see (增购列表).',
  })
  expansions(
    @Ctx() context: GraphContext,
    @Args(() => ExpansionList.Args) args: ListArgs<ExpansionFilter>,
  ): Promise<Connection<Expansion>> {
    return context.reads.page(ExpansionList, args);
  }

  @Authorized('CSM', 'REP', 'MANAGER')
  @Mutation(() => IdentifyExpansionResult, {
    nullable: true,
    description: 'Says what more a customer needs: deal opens a deal for it (识别增购).',
  })
  identifyExpansion(
    @Ctx() context: GraphContext,
    @Input(() => IdentifyExpansionInput) input: IdentifyExpansionInput,
  ): Promise<typeof IdentifyExpansionResult> {
    return context.command('identifyExpansion', input, (command) => identifyExpansion(command, input));
  }
}
