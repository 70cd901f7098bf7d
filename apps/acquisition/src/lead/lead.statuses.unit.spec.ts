import { leadStatuses } from './lead.statuses';

describe('the states of a lead', () => {
  it('go from captured through classified to an opportunity', () => {
    expect(leadStatuses.initial).toBe('CAPTURED');
    expect(leadStatuses.may('CAPTURED', 'CLASSIFIED')).toBe(true);
    expect(leadStatuses.may('CLASSIFIED', 'QUALIFIED')).toBe(true);
  });

  it('never reach an opportunity past the purchase pattern', () => {
    expect(leadStatuses.refusal('CAPTURED', 'QUALIFIED')).toMatchObject({
      allowed: ['CLASSIFIED', 'DISQUALIFIED'],
      message: expect.stringMatching(/^The lead is in CAPTURED/) as string,
    });
  });

  it('may be classified anew: a one-off customer becomes a steady one', () => {
    expect(leadStatuses.may('CLASSIFIED', 'CLASSIFIED')).toBe(true);
  });

  it('end as an opportunity or as none; what turns out to be nothing may go unclassified', () => {
    expect(leadStatuses.isFinal('QUALIFIED')).toBe(true);
    expect(leadStatuses.isFinal('DISQUALIFIED')).toBe(true);
    for (const open of ['CAPTURED', 'CLASSIFIED'] as const) expect(leadStatuses.may(open, 'DISQUALIFIED')).toBe(true);
  });
});
