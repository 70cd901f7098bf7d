import { among, is, listOf, sequenceOf } from '@fivepoint/service';
import { Rehearsal } from './rehearsal';
import { RehearsalFilter } from './rehearsal.inputs';
import { RehearsedLine } from './rehearsed-line';

export const RehearsalList = listOf(Rehearsal, 'rehearsals', {
  filter: RehearsalFilter,
  where: {
    planId: is('planId'),
    planVersionId: is('planVersionId'),
    statuses: among('status'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
});

/** Those on which the target hangs most come first. */
export const RehearsedLineList = sequenceOf(RehearsedLine, 'place', 'ASC');
