import { type Connection, GraphContext, type ListArgs } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import type { TimelineEntry } from './timeline-entry';
import { TimelineEntryList } from './timeline-entry.list';
import type { TimelineFilter } from './timeline.inputs';

/** What happened to an account in all services, as far as the viewer could see it there. */
@Resolver(() => Account)
export class TimelineResolver {
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
