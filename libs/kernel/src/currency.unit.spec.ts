import { currencies, minorDigits } from './currency';

describe('minorDigits (ISO 4217)', () => {
  it.each([
    ['CNY', 2],
    ['USD', 2],
    ['EUR', 2],
    ['INR', 2],
    ['NOK', 2],
    ['SGD', 2],
    ['ZAR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['XOF', 0],
    ['KWD', 3],
    ['BHD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %i decimals', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it('lists each currency once, in alphabetical order, as three capitals', () => {
    expect(currencies).toEqual([...currencies].sort());
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });

  it('knows every code of the list as a currency, by the runtime’s own table', () => {
    const known = new Set(Intl.supportedValuesOf('currency'));
    // Units of account that the runtime knows but does not list, and codes younger than its Unicode data.
    const unlisted = ['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW', 'VED', 'XAD', 'XCG', 'ZWG'];
    expect(currencies.filter((code) => !known.has(code) && !unlisted.includes(code))).toEqual([]);
  });

  it.each(['', 'cny', 'RMB', 'CN', 'XXX', 'XAU', 'DEM', 'constructor'])('refuses %j', (currency) => {
    expect(() => minorDigits(currency)).toThrow(
      new RangeError(
        `currency must be an active ISO 4217 code in upper case, such as CNY, not ${JSON.stringify(currency)}`,
      ),
    );
  });
});
