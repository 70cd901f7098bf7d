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
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Instalment } from '../instalment/instalment';
import { Dispute } from './dispute';
import { DisputeFilter, OpenDisputeInput, ResolveDisputeInput } from './dispute.inputs';
import { DisputeList } from './dispute.list';
import { openDispute } from './open-dispute';
import { resolveDispute } from './resolve-dispute';

const OpenDisputeResult = createUnionType({
  name: 'OpenDisputeResult',
  description: 'The opened dispute, or why it could not be opened (登记结果).',
  types: () => [Dispute, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const ResolveDisputeResult = createUnionType({
  name: 'ResolveDisputeResult',
  description: 'The resolved dispute, or why it could not be resolved (解决结果).',
  types: () => [Dispute, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Dispute)
export class DisputeResolver {
  @Authorized()
  @Query(() => Dispute, {
    nullable: true,
    description: 'One dispute; null when there is none that you may see (争议).',
  })
  dispute(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Dispute | null> {
    return context.reads.one(Dispute, id);
  }

  @Authorized()
  @Query(() => DisputeList.Connection, {
    nullable: true,
    description: 'The disputes that you may see (争议列表).',
  })
  disputes(
    @Ctx() context: GraphContext,
    @Args(() => DisputeList.Args) args: ListArgs<DisputeFilter>,
  ): Promise<Connection<Dispute>> {
    return context.reads.page(DisputeList, args);
  }

  @Authorized('REP', 'MANAGER', 'FINANCE', 'DELIVERY')
  @Mutation(() => OpenDisputeResult, {
    nullable: true,
    description: 'Records that the customer holds payment of a contract or of one instalment back (登记争议).',
  })
  openDispute(
    @Ctx() context: GraphContext,
    @Input(() => OpenDisputeInput) input: OpenDisputeInput,
  ): Promise<typeof OpenDisputeResult> {
    return context.command('openDispute', input, (command) => openDispute(command, input));
  }

  @Authorized('REP', 'MANAGER', 'FINANCE', 'DELIVERY')
  @Mutation(() => ResolveDisputeResult, {
    nullable: true,
    description: 'Closes a dispute, with how it ended (解决争议).',
  })
  resolveDispute(
    @Ctx() context: GraphContext,
    @Input(() => ResolveDisputeInput) input: ResolveDisputeInput,
  ): Promise<typeof ResolveDisputeResult> {
    return context.command('resolveDispute', input, (command) => resolveDispute(command, input));
  }

  @FieldResolver(() => Instalment, {
    nullable: true,
    description: 'The instalment it is about; null when it is about the whole contract (分期款).',
  })
  async instalment(@Ctx() context: GraphContext, @Root() dispute: Dispute): Promise<Instalment | null> {
    return dispute.instalmentId === null ? null : context.reads.one(Instalment, dispute.instalmentId);
  }
}
