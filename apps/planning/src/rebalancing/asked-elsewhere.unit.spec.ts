import { parseLocalDate } from '@fivepoint/kernel';
import { askedUntil } from './asked-elsewhere';

describe('what another plan still asks of a rep in the days of a plan', () => {
  const day = parseLocalDate;
  const left = { from: day('2026-06-15'), to: day('2026-06-24') };

  it('is all of it where the plan ends with it or later', () => {
    expect(askedUntil(day('2026-06-24'), 1001n, left)).toBe(1001n);
    expect(askedUntil(day('2026-12-31'), 1001n, left)).toBe(1001n);
  });

  it('is the part of the days in common, rounded once, half up', () => {
    expect(askedUntil(day('2026-06-15'), 1004n, left)).toBe(100n);
    expect(askedUntil(day('2026-06-15'), 1005n, left)).toBe(101n);
    expect(askedUntil(day('2026-06-17'), 1001n, left)).toBe(300n);
  });

  it('is nothing where all is booked, and more', () => {
    expect(askedUntil(day('2026-06-24'), 0n, left)).toBe(0n);
    expect(askedUntil(day('2026-06-24'), -1n, left)).toBe(0n);
  });
});
