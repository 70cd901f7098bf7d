import { type Connection, GraphContext, type ListArgs, UUID } from '@fivepoint/service';
import { Arg, Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { TimelineEntry } from './timeline-entry';
import { TimelineEntryList } from './timeline-entry.list';
import type { TimelineFilter } from './timeline.inputs';

/** What happened in all services, as far as the viewer could see it there. */
@Resolver(() => Account)
export class TimelineResolver {
  @Authorized()
  @Query(() => TimelineEntry, {
    nullable: true,
    description: 'One event as it was told; null when there is none that you may see (时间线条目).',
  })
  timelineEntry(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id, which is that of the event (标识).' }) id: string,
  ): Promise<TimelineEntry | null> {
    return context.reads.one(TimelineEntry, id);
  }

  @Authorized()
  @Query(() => TimelineEntryList.Connection, {
    nullable: true,
    description:
      'What happened in all five services, as far as you may see it there, newest first; of one account, or of one loop from plan to renewal (时间线).',
  })
  timelineEntries(
    @Ctx() context: GraphContext,
    @Args(() => TimelineEntryList.Args) args: ListArgs<TimelineFilter>,
  ): Promise<Connection<TimelineEntry>> {
    return context.reads.page(TimelineEntryList, args);
  }

  @FieldResolver(() => TimelineEntryList.Connection, {
    nullable: true,
    description:
      'What happened to it in all five services, as far as you may see it there, newest first: plan, lead, deal, payment, renewal (时间线).',
  })
  timeline(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => TimelineEntryList.Args) args: ListArgs<TimelineFilter>,
  ): Promise<Connection<TimelineEntry>> {
    return context.reads.pageBy(TimelineEntryList, 'accountId', account.id, args);
  }
}
