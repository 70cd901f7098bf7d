import { parseLocalDate } from '@fivepoint/kernel';
import { type Dated, inForce, lastBy, ruleOn } from './in-force';

const on = (day: string) => parseLocalDate(day);
const [old, later, same]: [Dated<string>, Dated<string>, Dated<string>] = [
  { from: on('2026-01-01'), is: 'old' },
  { from: on('2026-03-01'), is: 'later' },
  { from: on('2026-03-01'), is: 'recorded last' },
];

describe('what is in force on a day', () => {
  it.each([
    ['2025-12-31', 'old', null],
    ['2026-01-01', 'old', 'old'],
    ['2026-02-28', 'old', 'old'],
    ['2026-03-01', 'recorded last', 'recorded last'],
  ])('on %s it is %s, or %s where nothing is before the first', (day, first, none) => {
    expect(inForce([old, later, same], on(day))).toBe(first);
    expect(lastBy([old, later, same], on(day))).toBe(none);
    const rules = [old, later, same].map(({ from, is }) => ({ effectiveOn: from, is }));
    expect(ruleOn(rules, on(day))?.is ?? null).toBe(none);
  });

  it('does not go by the order in which days were recorded', () => {
    expect(lastBy([later, old], on('2026-04-01'))).toBe('later');
  });

  it('is nothing of nothing', () => {
    expect(lastBy([], on('2026-04-01'))).toBeNull();
  });
});
