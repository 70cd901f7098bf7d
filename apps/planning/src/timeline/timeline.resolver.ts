import { type Connection, GraphContext, type ListOptions, PageArgs } from '@fivepoint/service';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { TimelineEntry, TimelineEntryConnection } from './timeline-entry';
import { TimelineFilter } from './timeline.inputs';
import { seenBy } from './whose';

/** What happened to an account in all services, as far as the viewer could see it there. */
@Resolver(() => Account)
export class TimelineResolver {
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description:
      'What happened to it in all five services, as far as you may see it there, newest first: plan, lead, deal, payment, renewal (时间线).',
  })
  timeline(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
    @Arg('filter', () => TimelineFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: TimelineFilter | null,
  ): Promise<Connection<TimelineEntry>> {
    const seen = seenBy(context.caller);
    const { key, where } = narrowed(filter ?? {});
    return context.reads.pageBy(TimelineEntry, 'accountId', account.id, page, {
      sort: { by: 'time', direction: 'DESC' },
      filter: {
        key,
        where(query) {
          seen(query);
          where(query);
        },
      },
    });
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
