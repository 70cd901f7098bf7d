import { instalmentStatuses } from './instalment.statuses';

describe('the states of an instalment', () => {
  it('go from the trigger over the claim to the money; money may come at any time', () => {
    expect(instalmentStatuses.initial).toBe('SCHEDULED');
    expect(instalmentStatuses.next('SCHEDULED')).toEqual(['DUE', 'COLLECTED']);
    expect(instalmentStatuses.next('DUE')).toEqual(['CLAIMED', 'COLLECTED']);
    expect(instalmentStatuses.next('CLAIMED')).toEqual(['COLLECTED']);
    expect(instalmentStatuses.isFinal('COLLECTED')).toBe(true);
  });

  it('never reach a claim past the trigger, and are refused in the name of the instalment', () => {
    expect(instalmentStatuses.refusal('SCHEDULED', 'CLAIMED')).toMatchObject({
      fromState: 'SCHEDULED',
      allowed: ['DUE', 'COLLECTED'],
      message: expect.stringContaining('instalment') as string,
    });
  });
});
