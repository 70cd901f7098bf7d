import { pursuitStatuses } from './pursuit.statuses';

describe('the states of a pursuit', () => {
  it('follow its opportunities, back and forth', () => {
    expect(pursuitStatuses.initial).toBe('OPEN');
    expect(pursuitStatuses.may('OPEN', 'QUALIFIED')).toBe(true);
    expect(pursuitStatuses.may('QUALIFIED', 'OPEN')).toBe(true);
  });

  it('end with a contract, whether it came through a lead of the pursuit or not', () => {
    expect(pursuitStatuses.may('OPEN', 'WON')).toBe(true);
    expect(pursuitStatuses.may('QUALIFIED', 'WON')).toBe(true);
    expect(pursuitStatuses.isFinal('WON')).toBe(true);
    expect(pursuitStatuses.refusal('WON', 'OPEN')?.message).toMatch(/^The pursuit is in WON/);
  });

  it('end with their line, unless they are won, and come back with it', () => {
    for (const status of ['OPEN', 'QUALIFIED'] as const) {
      expect(pursuitStatuses.may(status, 'WITHDRAWN')).toBe(true);
      expect(pursuitStatuses.may('WITHDRAWN', status)).toBe(true);
    }
    expect(pursuitStatuses.may('WON', 'WITHDRAWN')).toBe(false);
    expect(pursuitStatuses.may('WITHDRAWN', 'WON')).toBe(true);
  });
});
