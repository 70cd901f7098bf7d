import { renewalDueOn } from './plan-renewal';

describe('when a renewal is due', () => {
  it('is the end of the recurring term', () => {
    const recurring = { amount: { amount: '60000.00', currency: 'CNY' }, termMonths: 24, startsOn: '2026-03-31' };
    expect(renewalDueOn({ signedOn: '2026-02-14', warrantyMonths: 36, recurring })).toBe('2028-03-31');
  });

  it('is the end of a warranty that is longer than a year', () => {
    expect(renewalDueOn({ signedOn: '2026-02-14', warrantyMonths: 18 })).toBe('2027-08-14');
  });

  it('is a year after signing otherwise, on the last day of the month where it has no such day', () => {
    expect(renewalDueOn({ signedOn: '2026-02-14', warrantyMonths: 0 })).toBe('2027-02-14');
    expect(renewalDueOn({ signedOn: '2028-02-29', warrantyMonths: 12 })).toBe('2029-02-28');
  });
});
