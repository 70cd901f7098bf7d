import fc from 'fast-check';
import { currencies, minorDigits } from './currency';
import { Money } from './money';

const most = 2n ** 63n - 1n;
const currency = fc.constantFrom(...currencies);
const minor = fc.bigInt({ min: -most, max: most });
const small = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n });

describe('Money', () => {
  it.each([
    ['1250000.00', 'CNY', 125_000_000n, '1250000.00'],
    ['1250000', 'CNY', 125_000_000n, '1250000.00'],
    ['0.5', 'CNY', 50n, '0.50'],
    ['-0.05', 'CNY', -5n, '-0.05'],
    ['1250000', 'JPY', 1_250_000n, '1250000'],
    ['0', 'JPY', 0n, '0'],
    ['-1', 'JPY', -1n, '-1'],
    ['1.234', 'KWD', 1234n, '1.234'],
    ['0.0001', 'CLF', 1n, '0.0001'],
    ['-0.00', 'CNY', 0n, '0.00'],
    ['007.10', 'CNY', 710n, '7.10'],
  ])('reads %s %s as %s minor units and writes it as %s', (text, code, expected, written) => {
    const money = Money.parse(text, code);
    expect(money.minor).toBe(expected);
    expect(money.amount).toBe(written);
  });

  it('writes and reads back every amount of every currency', () => {
    fc.assert(
      fc.property(minor, currency, (value, code) => {
        const money = Money.of(value, code);
        const [, fraction = ''] = money.amount.split('.');
        expect(fraction).toHaveLength(minorDigits(code));
        expect(Money.parse(money.amount, code).minor).toBe(value);
        expect(Money.from(money.toJSON()).equals(money)).toBe(true);
      }),
    );
  });

  it('adds, subtracts, negates and compares like whole numbers', () => {
    fc.assert(
      fc.property(small, small, currency, (a, b, code) => {
        const [x, y] = [Money.of(a, code), Money.of(b, code)];
        expect(x.plus(y).minor).toBe(a + b);
        expect(x.minus(y).minor).toBe(a - b);
        expect(x.negate().minor).toBe(-a);
        expect(x.compare(y)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(x.equals(y)).toBe(a === b);
        expect(x.isNegative()).toBe(a < 0n);
        expect(x.isZero()).toBe(a === 0n);
      }),
    );
  });

  it('knows equal amounts, and that nothing is neither more nor less than nothing', () => {
    const [nothing, fen] = [Money.of(0n, 'CNY'), Money.of(1n, 'CNY')];
    expect([nothing.compare(nothing), fen.compare(Money.of(1n, 'CNY'))]).toEqual([0, 0]);
    expect([nothing.isZero(), nothing.isNegative(), fen.isZero()]).toEqual([true, false, false]);
  });

  it('sums exactly, in whatever order, also beyond what 64 bits hold', () => {
    fc.assert(
      fc.property(fc.array(minor), currency, (values, code) => {
        const amounts = values.map((value) => Money.of(value, code));
        const total = values.reduce((sum, value) => sum + value, 0n);
        for (const all of [amounts, [...amounts].reverse()])
          expect(Money.sum(all, code)).toEqual(Money.of(total, code));
      }),
    );
    expect(Money.sum([Money.of(most, 'CNY'), Money.of(most, 'CNY')], 'CNY').minor).toBe(2n * most);
  });

  it('sums nothing to zero of the currency, and currencies never', () => {
    expect(Money.sum([], 'JPY').toJSON()).toEqual({ amount: '0', currency: 'JPY' });
    expect(() => Money.sum([Money.of(1n, 'CNY'), Money.of(1n, 'JPY')], 'CNY')).toThrow(
      new RangeError('cannot add JPY and CNY'),
    );
  });

  it('can add what 64 bits hold and no more, of its own currency', () => {
    const [most, one] = [Money.of(2n ** 63n - 1n, 'CNY'), Money.of(1n, 'CNY')];
    expect(most.minus(one).canAdd(one)).toBe(true);
    expect(most.canAdd(one)).toBe(false);
    expect(most.negate().canAdd(one.negate())).toBe(false);
    expect(most.negate().plus(one).canAdd(one.negate())).toBe(true);
    expect(one.canAdd(Money.of(1n, 'JPY'))).toBe(false);
  });

  it('is plain data on the wire', () => {
    expect(JSON.stringify({ total: Money.parse('1250000', 'CNY') })).toBe(
      '{"total":{"amount":"1250000.00","currency":"CNY"}}',
    );
    expect(`${Money.parse('12.5', 'KWD')}`).toBe('KWD 12.500');
  });

  it('cannot be changed', () => {
    const money = Money.zero('CNY');
    expect(() => Object.assign(money, { minor: 1n })).toThrow(TypeError);
  });

  it.each(['', ' 1', '1 ', '1,000', '1e3', '.5', '5.', '+1', '--1', '0x10', '１', 'NaN', '1.0.0', '1\n'])(
    'refuses %j as an amount',
    (text) => {
      expect(() => Money.parse(text, 'CNY')).toThrow(
        new RangeError(`amount must be a plain decimal such as 1250000.00, not ${JSON.stringify(text)}`),
      );
    },
  );

  it('refuses more decimals than the currency has, zeros too', () => {
    expect(() => Money.parse('1.001', 'CNY')).toThrow(
      new RangeError('CNY has 2 decimals, so the amount must look like 1250000.00, not 1.001'),
    );
    expect(() => Money.parse('1.0', 'JPY')).toThrow(
      new RangeError('JPY has 0 decimals, so the amount must look like 1250000, not 1.0'),
    );
  });

  it('adds up to more than anybody may say', () => {
    expect(Money.of(most, 'CNY').plus(Money.of(most, 'CNY')).amount).toBe('184467440737095516.14');
  });

  it('refuses what 64 bits cannot hold, however long', () => {
    expect(Money.parse('92233720368547758.07', 'CNY').minor).toBe(most);
    expect(Money.of(-most, 'CNY').amount).toBe('-92233720368547758.07');
    const within = `money must be within ±${most} minor units`;
    const tooMuch = new RangeError(`${within}, not ${most + 1n}`);
    expect(() => Money.parse('92233720368547758.08', 'CNY')).toThrow(tooMuch);
    expect(() => Money.parse('-92233720368547758.08', 'CNY')).toThrow(new RangeError(`${within}, not ${-most - 1n}`));
    expect(Money.parse(`${'0'.repeat(39)}1`, 'JPY').minor).toBe(1n);
    for (const long of [41, 1_000_000])
      expect(() => Money.parse('9'.repeat(long), 'CNY')).toThrow(new RangeError(within));
  });

  it('repeats no more than 40 characters of what it refuses', () => {
    const long = '1'.repeat(41);
    const cut = '1'.repeat(40);
    expect(() => Money.parse(`${long}x`, 'CNY')).toThrow(
      new RangeError(`amount must be a plain decimal such as 1250000.00, not "${cut}"`),
    );
    expect(() => Money.parse(`${long}.001`, 'CNY')).toThrow(
      new RangeError(`CNY has 2 decimals, so the amount must look like 1250000.00, not ${cut}`),
    );
  });

  it('refuses to mix currencies, except to say that they are not equal', () => {
    const [yuan, yen] = [Money.of(1n, 'CNY'), Money.of(1n, 'JPY')];
    expect(() => yuan.plus(yen)).toThrow(new RangeError('cannot add JPY and CNY'));
    expect(() => yuan.minus(yen)).toThrow(new RangeError('cannot subtract JPY and CNY'));
    expect(() => yuan.compare(yen)).toThrow(new RangeError('cannot compare JPY and CNY'));
    expect(yuan.equals(yen)).toBe(false);
  });

  it('refuses an unknown currency', () => {
    expect(() => Money.of(1n, 'RMB')).toThrow(RangeError);
    expect(() => Money.parse('1', 'rmb')).toThrow(RangeError);
  });
});
