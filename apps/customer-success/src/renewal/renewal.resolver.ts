import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListOptions,
  NotFound,
  PageArgs,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { identifyRenewal } from './identify-renewal';
import { Renewal, RenewalConnection } from './renewal';
import { IdentifyRenewalInput, RenewalFilter } from './renewal.inputs';

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
  @Query(() => RenewalConnection, {
    nullable: true,
    description: 'The renewals that you may see, the next one due first (续单列表).',
  })
  renewals(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('filter', () => RenewalFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: RenewalFilter | null,
  ): Promise<Connection<Renewal>> {
    return context.reads.page(Renewal, page, {
      sort: { by: 'dueOn', direction: 'ASC' },
      ...(filter && { filter: narrowed(filter) }),
    });
  }

  @Authorized('CSM', 'REP', 'MANAGER')
  @Mutation(() => IdentifyRenewalResult, {
    description: 'Says what the customer needs next: deal opens a deal for it (识别续单).',
  })
  identifyRenewal(
    @Ctx() context: GraphContext,
    @Input(() => IdentifyRenewalInput) input: IdentifyRenewalInput,
  ): Promise<typeof IdentifyRenewalResult> {
    return context.command('identifyRenewal', input, (command) => identifyRenewal(command, input));
  }
}

function narrowed(filter: RenewalFilter): NonNullable<ListOptions<Renewal>['filter']> {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.statuses?.length) query.andWhere('e.status in (:...statuses)', { statuses: filter.statuses });
      if (filter.dueBy) query.andWhere('e.due_on <= :dueBy', { dueBy: filter.dueBy });
      if (filter.accountId) query.andWhere('e.account_id = :accountId', { accountId: filter.accountId });
      if (filter.ownerId) query.andWhere('e.owner_id = :ownerId', { ownerId: filter.ownerId });
    },
  };
}
