import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { identifyRenewal } from './identify-renewal';
import { Renewal } from './renewal';
import { IdentifyRenewalInput, RenewalFilter } from './renewal.inputs';
import { RenewalList } from './renewal.list';

const IdentifyRenewalResult = createUnionType({
  name: 'IdentifyRenewalResult',
  description: 'The identified renewal, or why it could not be identified (识别结果).',
  types: () => [Renewal, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Renewal)
export class RenewalResolver {
  @Authorized()
  @Query(() => Renewal, {
    nullable: true,
    description: 'One renewal; null when there is none that you may see (续单).',
  })
  renewal(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Renewal | null> {
    return context.reads.one(Renewal, id);
  }

  @Authorized()
  @Query(() => RenewalList.Connection, {
    nullable: true,
    description: 'The renewals that you may see (续单列表).',
  })
  renewals(
    @Ctx() context: GraphContext,
    @Args(() => RenewalList.Args) args: ListArgs<RenewalFilter>,
  ): Promise<Connection<Renewal>> {
    return context.reads.page(RenewalList, args);
  }

  @Authorized('CSM', 'REP', 'MANAGER')
  @Mutation(() => IdentifyRenewalResult, {
    nullable: true,
    description: 'Says what the customer needs next: deal opens a deal for it (识别续单).',
  })
  identifyRenewal(
    @Ctx() context: GraphContext,
    @Input(() => IdentifyRenewalInput) input: IdentifyRenewalInput,
  ): Promise<typeof IdentifyRenewalResult> {
    return context.command('identifyRenewal', input, (command) => identifyRenewal(command, input));
  }
}
