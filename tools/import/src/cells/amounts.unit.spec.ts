import fc from 'fast-check';
import { type AmountStyle, plainAmount } from './amounts';

const plain: AmountStyle = { point: '.', group: null, symbols: [] };
const dollars: AmountStyle = { point: '.', group: ',', symbols: ['$', 'USD'] };
const german: AmountStyle = { point: ',', group: '.', symbols: ['€'] };

describe('amounts as older systems write them', () => {
  it.each([
    [plain, '1054', '1054'],
    [plain, '0.50', '0.5'],
    [plain, '007', '7'],
    [plain, '-12.30', '-12.3'],
    [dollars, '$1,250,000.00', '1250000'],
    [dollars, '-$1,250', '-1250'],
    [dollars, '$-3', '-3'],
    [dollars, '550 USD', '550'],
    [german, '1.250,75 €', '1250.75'],
  ])('are read by their style: %j %s', (style, text, amount) => {
    expect(plainAmount(text, style)).toBe(amount);
  });

  it.each([
    [plain, '1,054'],
    [plain, '1e5'],
    [plain, ''],
    [plain, '.5'],
    [plain, '1.2.3'],
    [plain, '$5'],
    [dollars, '1,05'],
    [dollars, '12,50'],
    [dollars, '1234,567'],
    [dollars, '1,234,'],
    [dollars, 'n/a'],
  ])('are none where nobody can tell: %j %s', (style, text) => {
    expect(plainAmount(text, style)).toBeNull();
  });

  it('are in ones, whatever unit the file counts in, and exact', () => {
    expect(plainAmount('1100.04', plain, 'millions')).toBe('1100040000');
    expect(plainAmount('52.5', plain, 'millions')).toBe('52500000');
    expect(plainAmount('4.5', plain, 'ten-thousands')).toBe('45000');
    expect(plainAmount('0.123456789', plain, 'thousands')).toBe('123.456789');
    expect(plainAmount('3', plain, 'hundred-millions')).toBe('300000000');
  });

  it('keep every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (amount) => {
        const digits = (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, ',');
        expect(plainAmount(`${amount < 0n ? '-' : ''}$${digits}`, dollars)).toBe(amount.toString());
        expect(plainAmount(amount.toString(), plain, 'millions')).toBe(amount === 0n ? '0' : `${amount}000000`);
      }),
    );
  });
});
