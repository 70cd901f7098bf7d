import { renewalStatuses } from './renewal.statuses';

describe('the states of a renewal', () => {
  it('begin with the plan, lead over the known need to the end of its deal, and nowhere else', () => {
    expect(renewalStatuses.initial).toBe('PLANNED');
    expect(renewalStatuses.next('PLANNED')).toEqual(['IDENTIFIED']);
    expect(renewalStatuses.next('IDENTIFIED')).toEqual(['WON', 'LOST']);
    expect(renewalStatuses.isFinal('WON')).toBe(true);
    expect(renewalStatuses.isFinal('LOST')).toBe(true);
  });

  it('are refused in the name of the renewal', () => {
    expect(renewalStatuses.refusal('PLANNED', 'WON')?.message).toContain('renewal');
  });
});
