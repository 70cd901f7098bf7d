import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addMonthsOver,
  daysBetween,
  laterOf,
  type LocalDate,
  localDateOf,
  parseLocalDate,
} from './local-date';

const day = (text: string): LocalDate => parseLocalDate(text);
const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('parseLocalDate', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '2026/01/01',
    ' 2026-01-01',
    '2026-01-01\n',
  ])('refuses %j', (text) => {
    expect(() => parseLocalDate(text)).toThrow(
      new RangeError(`date must be a real day written YYYY-MM-DD, such as 2026-02-28, not ${JSON.stringify(text)}`),
    );
  });
});

describe('localDateOf', () => {
  it.each([
    ['2026-01-31T15:59:59.999Z', 'Asia/Shanghai', '2026-01-31'],
    ['2026-01-31T16:00:00Z', 'Asia/Shanghai', '2026-02-01'],
    ['2026-01-31T16:00:00Z', 'UTC', '2026-01-31'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
    ['2026-01-01T05:00:00Z', 'America/New_York', '2026-01-01'],
    ['2026-06-30T18:15:00Z', 'Asia/Kathmandu', '2026-07-01'],
    // Samoa skipped 30 December 2011 altogether.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDateOf(new Date(instant), zone)).toBe(expected);
  });

  it('changes at local midnight around the hours that daylight saving removes and repeats', () => {
    // New York: 2026-03-08 has 23 hours (from −5 to −4), 2026-11-01 has 25.
    expect(localDateOf(new Date('2026-03-09T03:59:59Z'), 'America/New_York')).toBe('2026-03-08');
    expect(localDateOf(new Date('2026-03-09T04:00:00Z'), 'America/New_York')).toBe('2026-03-09');
    expect(localDateOf(new Date('2026-11-02T04:59:59Z'), 'America/New_York')).toBe('2026-11-01');
    expect(localDateOf(new Date('2026-11-02T05:00:00Z'), 'America/New_York')).toBe('2026-11-02');
    // China kept daylight saving time from 1986 to 1991, so its midnight was 15:00 UTC in summer.
    expect(localDateOf(new Date('1990-07-01T15:00:00Z'), 'Asia/Shanghai')).toBe('1990-07-02');
  });

  it('says the UTC day of every instant for UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (instant) => {
          expect(localDateOf(instant, 'UTC')).toBe(instant.toISOString().slice(0, 10));
        },
      ),
    );
  });

  it('refuses unknown zones, invalid instants and years that cannot be written', () => {
    expect(() => localDateOf(new Date(0), 'Asia/Beijing')).toThrow(
      new RangeError('time zone must be an IANA name such as Asia/Shanghai, not "Asia/Beijing"'),
    );
    expect(() => localDateOf(new Date(Number.NaN), 'UTC')).toThrow(new RangeError('localDateOf needs a valid instant'));
    expect(() => localDateOf(new Date('0000-12-31T23:59:59Z'), 'UTC')).toThrow(
      new RangeError('date must not be before the year 0001'),
    );
    expect(() => localDateOf(new Date('+010000-01-01T00:00:00Z'), 'UTC')).toThrow(
      new RangeError('date must be within the years 0001 to 9999'),
    );
  });

  it('repeats no more than 40 characters of what it refuses', () => {
    const [long, cut] = ['x'.repeat(41), `not "${'x'.repeat(40)}"`];
    expect(() => parseLocalDate(long)).toThrow(cut);
    expect(() => localDateOf(new Date(0), long)).toThrow(cut);
  });
});

describe('laterOf', () => {
  const any = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  it('is one of the two days, and neither of them is later', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [one, other] = [localDateOf(a, 'UTC'), localDateOf(b, 'UTC')];
        const later = laterOf(one, other);
        expect([one, other]).toContain(later);
        expect(Math.max(daysBetween(later, one), daysBetween(later, other))).toBe(0);
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it.each([
    ['2026-03-18', 15, '2026-04-02'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-08', 1, '2026-03-09'],
    ['0099-12-31', 1, '0100-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  it('are each other’s inverse and sort as text does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(daysBetween(from, to)).toBe(count);
        expect(addDays(to, -count)).toBe(from);
        expect(to > from).toBe(count > 0);
      }),
    );
  });

  it('refuses to leave the years 0001 to 9999, and parts of a day', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(new RangeError('date must be within the years 0001 to 9999'));
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(day('2026-01-01'), Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(new RangeError('days must be a whole number, not 0.5'));
  });
});

describe('addMonthsOver', () => {
  it.each([
    ['2026-01-31', 1, '2026-03-01'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-08-31', 6, '2025-03-01'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('of %s and %i months is %s', (from, months, to) => {
    expect(addMonthsOver(day(from), months)).toBe(to);
  });

  it('is the first day whose months do not reach back behind the day', () => {
    fc.assert(
      fc.property(days, fc.nat(60), (from, months) => {
        const over = addMonthsOver(from, months);
        expect(addMonths(over, -months) >= from).toBe(true);
        expect(addMonths(addDays(over, -1), -months) < from).toBe(true);
      }),
    );
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-06-30', 12, '2027-06-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  it('moves exactly that many months and changes the day only to clamp it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (from, months) => {
        const to = addMonths(from, months);
        const index = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
        const [dayFrom, dayTo] = [Number(from.slice(8)), Number(to.slice(8))];
        if (dayTo !== dayFrom) {
          expect(dayTo).toBeLessThan(dayFrom);
          expect(addDays(to, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it('refuses to leave the years 0001 to 9999, and parts of a month', () => {
    expect(() => addMonths(day('9999-12-01'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('0001-01-31'), -1)).toThrow(RangeError);
    expect(() => addMonths(day('2026-01-01'), 1.5)).toThrow(new RangeError('months must be a whole number, not 1.5'));
  });
});
