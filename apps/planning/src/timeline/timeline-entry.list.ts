import { among, is, sequenceOf } from '@fivepoint/service';
import { TimelineEntry } from './timeline-entry';
import { TimelineFilter } from './timeline.inputs';

export const TimelineEntryList = sequenceOf(TimelineEntry, 'occurredAt', 'DESC', {
  filter: TimelineFilter,
  where: {
    correlationId: is('correlationId'),
    parentCorrelationId: is('parentCorrelationId'),
    services: among('service'),
    types: among('type'),
  },
});
