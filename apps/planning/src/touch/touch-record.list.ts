import { among, from, is, listOf, to } from '@fivepoint/service';
import { TouchRecordFilter } from './touch.inputs';
import { TouchRecord } from './touch-record';

export const TouchRecordList = listOf(TouchRecord, 'touchRecords', {
  filter: TouchRecordFilter,
  where: {
    accountId: is('accountId'),
    contactId: (query, id) => query.andWhere(':filter_contactId = any(e.contact_ids)', { filter_contactId: id }),
    repId: is('repId'),
    kinds: among('kind'),
    outcomes: among('outcome'),
    touchedFrom: from('touchedOn'),
    touchedTo: to('touchedOn'),
  },
  orders: {
    TOUCHED_ON: { by: 'touchedOn', description: 'The day on which it was (接触日).' },
  },
  order: { field: 'TOUCHED_ON', direction: 'DESC' },
});
