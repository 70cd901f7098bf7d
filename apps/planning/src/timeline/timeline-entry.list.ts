import { among, is, sequenceOf } from '@fivepoint/service';
import { TimelineEntry } from './timeline-entry';
import { TimelineFilter } from './timeline.inputs';

/** A turn, those that grew out of it, and so on; row-level security keeps it within the tenant. */
const turnsFrom = `with recursive turn(id) as (
    select :filter_loop::uuid
    union
    select t.correlation_id from timeline_entry t join turn on t.parent_correlation_id = turn.id)
  select id from turn`;

export const TimelineEntryList = sequenceOf(TimelineEntry, 'occurredAt', 'DESC', {
  filter: TimelineFilter,
  where: {
    accountId: is('accountId'),
    correlationId: is('correlationId'),
    parentCorrelationId: is('parentCorrelationId'),
    rootCorrelationId: (query, turn) => query.andWhere(`e.correlation_id in (${turnsFrom})`, { filter_loop: turn }),
    services: among('service'),
    types: among('type'),
  },
});
