import fc from 'fast-check';
import { fourDecimals } from './four-decimals';

describe('a share as it is shown', () => {
  it.each([
    [0.54, '0.5400'],
    [1, '1.0000'],
    [0, '0.0000'],
    [-0.00004, '0.0000'],
    [-0.00006, '-0.0001'],
    [0.12345, '0.1235'],
    [-1, '-1.0000'],
    [2 / 3, '0.6667'],
  ])('%s is %s', (value, shown) => {
    expect(fourDecimals(value)).toBe(shown);
  });

  it('is no further off than half of its last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
        expect(Math.abs(Number(fourDecimals(value)) - value)).toBeLessThanOrEqual(0.000_05 + 1e-12);
        expect(fourDecimals(value)).toMatch(/^(-(?!0\.0000))?[01]\.\d{4}$/);
      }),
    );
  });
});
