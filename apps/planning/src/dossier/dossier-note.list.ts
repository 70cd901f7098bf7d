import { among, contains, from, is, listOf, to } from '@fivepoint/service';
import { DossierNoteFilter } from './dossier.inputs';
import { DossierNote } from './dossier-note';

export const DossierNoteList = listOf(DossierNote, 'dossierNotes', {
  filter: DossierNoteFilter,
  where: {
    textContains: contains('text'),
    topics: among('topic'),
    accountId: is('accountId'),
    contactId: (query, id) => query.andWhere(':filter_contactId = any(e.contact_ids)', { filter_contactId: id }),
    authorId: is('authorId'),
    notedFrom: from('notedOn'),
    notedTo: to('notedOn'),
  },
  orders: {
    NOTED_ON: { by: 'notedOn', description: 'The day on which it was so (截至日).' },
  },
  order: { field: 'NOTED_ON', direction: 'DESC' },
});
