import { type Connection, GraphContext, type ListOptions, PageArgs } from '@fivepoint/service';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { TimelineEntry, TimelineEntryConnection } from './timeline-entry';
import { TimelineFilter } from './timeline.inputs';

/** Who sees the account sees what happened to it, in all services. */
@Resolver(() => Account)
export class TimelineResolver {
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description: 'What happened to it in all five services, newest first: plan, lead, deal, payment, renewal (时间线).',
  })
  timeline(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
    @Arg('filter', () => TimelineFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: TimelineFilter | null,
  ): Promise<Connection<TimelineEntry>> {
    const options: ListOptions<TimelineEntry> = { sort: { by: 'time', direction: 'DESC' } };
    if (filter) options.filter = narrowed(filter);
    return context.reads.pageBy(TimelineEntry, 'accountId', account.id, page, options);
  }
}

function narrowed(filter: TimelineFilter): NonNullable<ListOptions<TimelineEntry>['filter']> {
  const { correlationId, parentCorrelationId, services, types } = filter;
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (correlationId) query.andWhere('e.correlation_id = :correlationId', { correlationId });
      if (parentCorrelationId)
        query.andWhere('e.parent_correlation_id = :parentCorrelationId', { parentCorrelationId });
      if (services?.length) query.andWhere('e.service in (:...services)', { services });
      if (types?.length) query.andWhere('e.type in (:...types)', { types });
    },
  };
}
