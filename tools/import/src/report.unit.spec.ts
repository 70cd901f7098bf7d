import type { Draft } from './plan';
import { Report } from './report';
import { summary } from './summary';

const draft = (line: number, over: Partial<Draft<null>> = {}): Draft<null> => ({
  ...{ file: 'b.csv', line, thing: 'deal', externalId: `D${line}`, repairs: [], row: null },
  ...over,
});
const repair = { column: 'product', given: 'GTXPro', taken: 'GTX Pro', rule: 'differs only in spaces' };

describe('the report of an import', () => {
  const report = new Report();
  for (let row = 0; row < 6; row++) report.read('deal');
  report.read('opportunity');
  report.told(draft(9, { repairs: [repair] }), { status: 'RECORDED', problem: null });
  report.told(draft(3), { status: 'RECORDED', problem: null });
  report.told(draft(4, { repairs: [repair] }), { status: 'ALREADY_RECORDED', problem: null });
  report.told(draft(5, { repairs: [repair] }), { status: 'REFUSED', problem: 'amount: must be "more", or\nless' });
  report.rejected({ ...draft(2, { file: 'a.csv' }), thing: 'opportunity', externalId: null, reason: 'has 2 cells' });

  it('counts every row once, and knows which were not sent', () => {
    expect(Object.fromEntries(report.totals())).toEqual({
      deal: { read: 6, recorded: 2, already: 1, rejected: 1, repaired: 2 },
      opportunity: { read: 1, recorded: 0, already: 0, rejected: 1, repaired: 0 },
    });
    expect([report.unsent, report.anyRejected, new Report().anyRejected]).toEqual([2, true, false]);
  });

  it('tells each repaired or rejected row with its line, in the order of the files', () => {
    expect(report.csv()).toBe(
      [
        'file,line,thing,externalId,outcome,column,given,taken,reason',
        'a.csv,2,opportunity,,REJECTED,,,,has 2 cells',
        'b.csv,4,deal,D4,ALREADY_RECORDED,product,GTXPro,GTX Pro,differs only in spaces',
        'b.csv,5,deal,D5,REJECTED,,,,"amount: must be ""more"", or\nless"',
        'b.csv,9,deal,D9,RECORDED,product,GTXPro,GTX Pro,differs only in spaces',
        '',
      ].join('\n'),
    );
  });

  it('says the sums to a person', () => {
    expect(summary(report, 2, 'report.csv')).toEqual([
      '',
      '               read  recorded  already there  rejected  of these repaired',
      'deals             6         2              1         1                  2',
      'opportunities     1         0              0         1                  0',
      '',
      '5 rows in 2.0 s (3 rows/s); 2 repaired, 2 rejected: report.csv',
      '2 rows were not sent; run it again to go on where it stopped',
    ]);
  });
});
