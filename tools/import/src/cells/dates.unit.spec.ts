import fc from 'fast-check';
import { dateReader } from './dates';

describe('days as older systems write them', () => {
  it.each([
    ['M/D/YYYY', '3/1/2017', '2017-03-01'],
    ['M/D/YYYY', '12/31/2017', '2017-12-31'],
    ['D.M.YYYY', '1.3.2017', '2017-03-01'],
    ['YYYY年M月D日', '2017年3月1日', '2017-03-01'],
    ['YYYYMMDD', '20170301', '2017-03-01'],
    ['YYYY-MM-DD*', '2017-03-01 08:30:00', '2017-03-01'],
    ['M/D/YYYY', '02/29/2016', '2016-02-29'],
  ])('are read by their format: %s, %s', (format, text, day) => {
    expect(dateReader(format)(text)).toBe(day);
  });

  it.each([
    ['M/D/YYYY', '2/29/2017'],
    ['M/D/YYYY', '13/1/2017'],
    ['M/D/YYYY', '2017-03-01'],
    ['M/D/YYYY', '3/1/17'],
    ['M/D/YYYY', ''],
    ['MM/DD/YYYY', '3/1/2017'],
    ['D.M.YYYY', '1x3x2017'],
  ])('are none where they are no real day in it: %s, %s', (format, text) => {
    expect(dateReader(format)(text)).toBeNull();
  });

  it('are any real day, forth and back', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(dateReader('M/D/YYYY')(`${Number(month)}/${Number(day)}/${year}`)).toBe(iso);
      }),
    );
  });

  it('need year, month and day, once each', () => {
    for (const format of ['M/D', 'M/D/YY', 'M/D/YYYY/M', 'today']) expect(() => dateReader(format)).toThrow(RangeError);
  });
});
