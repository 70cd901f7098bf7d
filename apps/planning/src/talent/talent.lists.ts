import { among, contains, from, is, listOf, to } from '@fivepoint/service';
import { Candidate } from './candidate';
import { LeavingRisk } from './leaving-risk';
import { CandidateFilter, LeavingRiskFilter } from './talent.inputs';

export const CandidateList = listOf(Candidate, 'candidates', {
  filter: CandidateFilter,
  where: {
    nameContains: contains('name'),
    statuses: among('status'),
    sources: among('source'),
    targetTeamId: is('teamId'),
    repId: is('repId'),
  },
  orders: {
    NAME: { by: 'name', description: 'Name of the person, in the order of a Chinese dictionary (姓名).' },
    EXPECTED_START_ON: {
      by: 'expectedStartOn',
      description: 'The day on which the person is expected to begin (预计入职日).',
    },
  },
});

export const LeavingRiskList = listOf(LeavingRisk, 'risks of leaving', {
  filter: LeavingRiskFilter,
  where: {
    repId: is('repId'),
    levels: among('level'),
    assessedFrom: from('assessedOn'),
    assessedTo: to('assessedOn'),
  },
  orders: {
    ASSESSED_ON: { by: 'assessedOn', description: 'The day on which it was so (评估日).' },
  },
  order: { field: 'ASSESSED_ON', direction: 'DESC' },
});
