import fc from 'fast-check';
import { canonical } from './idempotency';

describe('the same input, sent again', () => {
  it('is the same in whatever order its fields are, at every depth', () => {
    const upsideDown = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(upsideDown);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, field]) => [name, upsideDown(field)]),
      );
    };
    fc.assert(fc.property(fc.jsonValue(), (value) => canonical(upsideDown(value)) === canonical(value)));
    expect(canonical({ b: 1, a: { d: [true, 'x'], c: null } })).toBe('{"a":{"d":[true,"x"]},"b":1}');
  });

  it('is the same whether a field is absent, null or undefined', () => {
    expect(canonical({ a: 1, b: null, c: undefined })).toBe(canonical({ a: 1 }));
    expect(canonical([null, undefined])).toBe('[null,null]');
  });

  it('is another when any value is another, in a list also when the order is', () => {
    const inputs: unknown[] = [1, '1', true, 'true', [1, 2], [2, 1], [12], ['1,2'], { a: 1 }, { a: '1' }, { b: 1 }, {}];
    expect(new Set(inputs.map(canonical)).size).toBe(inputs.length);
  });

  it('knows moments and large numbers', () => {
    expect(canonical({ at: new Date('2026-06-01T00:00:00Z') })).toBe('{"at":"2026-06-01T00:00:00.000Z"}');
    expect(canonical({ minor: 9_223_372_036_854_775_807n })).toBe('{"minor":"9223372036854775807"}');
  });
});
