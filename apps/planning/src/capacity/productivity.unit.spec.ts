import fc from 'fast-check';
import { productivityOf, type Stated, type Stint } from './productivity';

const stated = (effectiveOn: string, over: Partial<Stated> = {}): Stated => ({
  effectiveOn,
  fullCapacity: 900n,
  startedOn: null,
  certifiedOn: null,
  ...over,
});
const stint = (hiredOn: string, endedOn: string | null = null, certifiedOn: string | null = null): Stint => ({
  hiredOn,
  certifiedOn,
  endedOn,
});
const times = (known: readonly Stated[], stints: readonly Stint[]) =>
  productivityOf(known, stints).map(({ effectiveOn, startedOn, certifiedOn, leftOn }) => [
    effectiveOn,
    startedOn,
    certifiedOn,
    leftOn,
  ]);

describe('what is known of a rep, day after day (P35)', () => {
  it('is what was stated, and of who was never hired here no more', () => {
    const known = [stated('2026-01-01'), stated('2026-03-01', { startedOn: '2026-02-01', certifiedOn: '2026-03-05' })];
    expect(times(known, [])).toEqual([
      ['2026-01-01', null, null, null],
      ['2026-03-01', '2026-02-01', '2026-03-05', null],
    ]);
  });

  it('is as the talent pipeline has it where nothing else is stated, also before the first day of work', () => {
    const known = [stated('2026-01-01'), stated('2026-07-01', { startedOn: '2020-01-01' })];
    expect(times(known, [stint('2026-05-02', '2026-11-01', '2026-08-09')])).toEqual([
      ['2026-01-01', '2026-05-02', '2026-08-09', '2026-11-01'],
      ['2026-05-02', '2026-05-02', '2026-08-09', '2026-11-01'],
      ['2026-07-01', '2020-01-01', '2026-08-09', '2026-11-01'],
    ]);
  });

  it('begins anew with who is hired again, until somebody states something else', () => {
    const known = [
      stated('2026-01-01', { startedOn: '2019-01-01', certifiedOn: '2019-06-01' }),
      stated('2026-12-01', { startedOn: '2026-09-30', certifiedOn: '2026-10-02' }),
    ];
    expect(times(known, [stint('2026-01-05', '2026-04-01', '2026-02-01'), stint('2026-10-01')])).toEqual([
      ['2026-01-01', '2019-01-01', '2019-06-01', '2026-04-01'],
      ['2026-01-05', '2019-01-01', '2019-06-01', '2026-04-01'],
      ['2026-10-01', '2026-10-01', null, null],
      ['2026-12-01', '2026-09-30', '2026-10-02', null],
    ]);
  });

  it('is gone from the day of leaving, unless a later start is stated; the certificate of before does not count then', () => {
    const gone = stint('2026-01-05', '2026-04-01', '2026-02-01');
    expect(times([stated('2026-05-01', { startedOn: '2026-03-31' })], [gone])).toEqual([
      ['2026-05-01', '2026-03-31', '2026-02-01', '2026-04-01'],
    ]);
    expect(times([stated('2026-05-01', { startedOn: '2026-04-01' })], [gone])).toEqual([
      ['2026-05-01', '2026-04-01', null, null],
    ]);
  });

  it('begins with the first statement and is in the order of its days, whatever is known', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .chain((date) => fc.integer({ min: 1, max: 12 }).map((month) => [month, date] as const))
      .map(([month, date]) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.uniqueArray(day), fc.uniqueArray(day), (statements, hires) => {
        const known = [...statements].sort().map((on) => stated(on));
        const found = productivityOf(
          known,
          [...hires].sort().map((on) => stint(on)),
        );
        const days = found.map(({ effectiveOn }) => effectiveOn);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days[0]).toBe(known[0]?.effectiveOn);
        for (const { effectiveOn } of known) expect(days).toContain(effectiveOn);
      }),
    );
  });
});
