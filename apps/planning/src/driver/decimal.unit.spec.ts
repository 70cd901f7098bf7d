import fc from 'fast-check';
import { shortestDecimal } from './decimal';

describe('a decimal as it is shown', () => {
  it.each([
    ['1200', '1200'],
    ['0.250000', '0.25'],
    ['100.0', '100'],
    ['007', '7'],
    ['0001.50', '1.5'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['0.000001', '0.000001'],
    ['-1.50', '-1.5'],
    ['1000', '1000'],
  ])('%s is %s', (given, shown) => {
    expect(shortestDecimal(given)).toBe(shown);
  });

  it('is the same number, and cannot be shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6), (digits, places) => {
        const given = (digits / 10 ** places).toFixed(places);
        const shown = shortestDecimal(given);
        expect(Number(shown) === Number(given)).toBe(true);
        expect(shortestDecimal(shown)).toBe(shown);
      }),
    );
  });
});
