import fc from 'fast-check';
import { uuidv7 } from './uuid';

type Make = typeof uuidv7;

/** A module of its own, so that no other test has moved its clock. */
function fresh(): Make {
  let make: Make = uuidv7;
  jest.isolateModules(() => {
    make = (jest.requireActual('./uuid') as { uuidv7: Make }).uuidv7;
  });
  return make;
}

const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

describe('uuidv7 (RFC 9562)', () => {
  it('has the layout, version and variant of the standard', () => {
    const make = fresh();
    for (let i = 0; i < 5000; i += 1) {
      expect(make()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('carries the milliseconds in its first 48 bits, as in the RFC’s test vector', () => {
    expect(fresh()(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7/);
    expect(fresh()(0)).toMatch(/^00000000-0000-7/);
    expect(fresh()(2 ** 48 - 1)).toMatch(/^ffffffff-ffff-7/);
  });

  it('takes the time of the machine when none is given', () => {
    const make = fresh();
    const before = Date.now();
    const time = timeOf(make());
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('grows strictly, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_009 }), { minLength: 2, maxLength: 200 }),
        (times) => {
          const make = fresh();
          const ids = times.map((time) => make(time));
          const grown = ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''));
          expect(grown).toBe(true);
          expect(timeOf(ids.at(-1) ?? '')).toBe(Math.max(...times));
        },
      ),
    );
  });

  it('makes 20,000 different, sorted ids within one millisecond', () => {
    const make = fresh();
    const ids = Array.from({ length: 20_000 }, () => make(1_700_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids.map(timeOf))).toEqual(new Set([1_700_000_000_000]));
  });

  it('begins a millisecond with half of its room and counts up by a random step', () => {
    const full = jest.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array.fill(0xff);
      return array;
    });
    try {
      const make = fresh();
      const [first, second] = [make(1_700_000_000_000), make(1_700_000_000_000)];
      expect(first).toBe('018bcfe5-6800-77ff-bfff-ffffffffffff');
      expect(second).toBe('018bcfe5-6800-7800-8000-0000ffffffff');
    } finally {
      full.mockRestore();
    }
  });

  it('differs between processes in the random bits', () => {
    const firsts = Array.from({ length: 200 }, () => fresh()(1_700_000_000_000).slice(14));
    expect(new Set(firsts).size).toBe(200);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 48])('refuses %d milliseconds', (now) => {
    expect(() => uuidv7(now)).toThrow(
      new RangeError(`uuidv7 needs whole Unix milliseconds from 0 to 281474976710655, not ${now}`),
    );
  });
});
