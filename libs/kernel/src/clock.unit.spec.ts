import { fixedClock, systemClock } from './clock';

describe('clocks', () => {
  it('systemClock follows the machine', () => {
    const before = Date.now();
    const now = systemClock.now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('fixedClock stands still, whatever is done to the dates it gave or got', () => {
    const instant = new Date('2026-03-18T02:00:00Z');
    const clock = fixedClock(instant);
    instant.setUTCFullYear(1999);
    clock.now().setUTCFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-03-18T02:00:00.000Z');
  });

  it('fixedClock refuses an invalid date', () => {
    expect(() => fixedClock(new Date('soon'))).toThrow(
      new RangeError('fixedClock needs a valid date, for example new Date("2026-03-01T08:00:00Z")'),
    );
  });
});
