import { planLineStandings } from './plan-line.standings';

describe('how a plan line stands', () => {
  it('is in the plan from its first draft or a revision on, and comes back once it was taken out', () => {
    expect(planLineStandings.initial).toBe('PLANNED');
    expect(planLineStandings.next('PLANNED')).toEqual(['WITHDRAWN']);
    expect(planLineStandings.next('PROPOSED')).toEqual(['PLANNED', 'WITHDRAWN']);
    expect(planLineStandings.next('WITHDRAWN')).toEqual(['PLANNED', 'PROPOSED']);
  });

  it('never ends, and what counts is no proposal any more', () => {
    for (const standing of planLineStandings.states) expect(planLineStandings.isFinal(standing)).toBe(false);
    const line = { standing: 'PLANNED' as const };
    expect(() => planLineStandings.mustMove(line, 'PROPOSED')).toThrow(
      'The plan line is in PLANNED and cannot go to PROPOSED: from there it may go to WITHDRAWN.',
    );
    expect(line).toEqual({ standing: 'PLANNED' });
  });
});
