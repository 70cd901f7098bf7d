import { CandidateStatus, candidateStatuses } from './candidate.statuses';

describe('the way into a team (P40)', () => {
  it('goes from candidate to certified, and ends for who is not hired or leaves', () => {
    const states = Object.keys(CandidateStatus) as CandidateStatus[];
    expect(Object.fromEntries(states.map((state) => [state, candidateStatuses.next(state)]))).toEqual({
      CANDIDATE: ['HIRED', 'REJECTED'],
      HIRED: ['RAMPED', 'LEFT'],
      RAMPED: ['CERTIFIED', 'LEFT'],
      CERTIFIED: ['LEFT'],
      LEFT: [],
      REJECTED: [],
    });
    expect(candidateStatuses.initial).toBe('CANDIDATE');
  });
});
