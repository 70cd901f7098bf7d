import { parseLocalDate } from '@fivepoint/kernel';
import { cadenceOn } from './contact-cadence';

const day = parseLocalDate;

describe('when an account is to be met next (P19)', () => {
  it('is the cadence after the last contact, and late from the day after', () => {
    const since = day('2026-02-20');
    expect(cadenceOn(day('2026-03-06'), 14, since)).toEqual({ cadenceDays: 14, dueOn: '2026-03-06', overdueDays: 0 });
    expect(cadenceOn(day('2026-03-07'), 14, since)).toMatchObject({ overdueDays: 1 });
    expect(cadenceOn(day('2026-02-20'), 14, since)).toMatchObject({ overdueDays: 0 });
    expect(cadenceOn(day('2027-03-06'), 14, since)).toMatchObject({ overdueDays: 365 });
  });

  it('is never without a cadence', () => {
    expect(cadenceOn(day('2026-03-06'), null, day('2020-01-01'))).toEqual({
      ...{ cadenceDays: null, dueOn: null, overdueDays: null },
    });
  });
});
