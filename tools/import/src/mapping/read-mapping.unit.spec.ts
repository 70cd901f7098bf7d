import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crmMapping } from './crm-mapping';
import { receivablesMapping } from './receivables-mapping';
import { checked, InvalidMapping, readCrmMapping, readReceivablesMapping } from './read-mapping';

const folder = join(__dirname, '..', '..', 'mappings');
const shipped = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;

describe('a mapping', () => {
  it('is checked as a whole: those that come with Fivepoint are right', () => {
    expect(readdirSync(folder).sort()).toEqual(['accounts-receivable.json', 'crm-sales-opportunities.json']);
    expect(readReceivablesMapping(join(folder, 'accounts-receivable.json')).name).toBe('accounts-receivable');
    const crm = readCrmMapping(join(folder, 'crm-sales-opportunities.json'));
    expect(crm.products?.fields.name).toEqual({ column: 'product', replace: {}, prefix: '', whenEmpty: null });
    expect(crm.amounts).toEqual({ currency: 'USD', point: '.', group: null, symbols: [] });
  });

  it('is as the documentation shows it', () => {
    const text = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'import.md'), 'utf8');
    const [crm, receivables, ...more] = [...text.matchAll(/```json\n(.*?)```/gs)].map(
      ([, json = '']) => JSON.parse(json) as unknown,
    );
    expect(checked('docs', crm, crmMapping).opportunities?.fields.product?.column).toBe('Product');
    expect(checked('docs', receivables, receivablesMapping).invoices.instalment).toBe('Invoice');
    expect(more).toEqual([]);
  });

  it('says every problem at once, and where', () => {
    const broken = {
      ...shipped('crm-sales-opportunities.json'),
      dates: 'M/D/YY',
      encoding: 'klingon',
      currency: 'USD',
      opportunities: {
        file: 'x.csv',
        fields: {
          externalId: 'id',
          rep: { column: 'rep', ignore: ['colour'] },
          stage: { column: 'stage', map: { Won: 'WON' } },
          capturedOn: { column: 'day', whenEmpty: '2017-02-30' },
          openedOn: 'day',
        },
      },
    };
    const problems = () => checked('my.json', broken, crmMapping);
    expect(problems).toThrow(InvalidMapping);
    for (const place of [
      'the whole of it: Unrecognized key: "currency"',
      'dates: a date format names YYYY',
      'encoding: must be an encoding',
      'opportunities.fields.rep.ignore.0: ',
      'opportunities.fields.stage.map.Won: ',
      'opportunities.fields.capturedOn.whenEmpty: must be a real day',
      'opportunities.fields.closedOn: ',
    ])
      expect(problems).toThrow(place);
  });

  it('has reps where it has opportunities', () => {
    const { reps: _reps, ...without } = shipped('crm-sales-opportunities.json');
    expect(() => checked('my.json', without, crmMapping)).toThrow('reps: are needed with opportunities');
    const { opportunities: _opportunities, ...rest } = without;
    expect(checked('my.json', rest, crmMapping).accounts).toBeDefined();
  });

  it('is of the kind that is asked for, and JSON', () => {
    expect(() => readReceivablesMapping(join(folder, 'crm-sales-opportunities.json'))).toThrow(
      'kind: must be "receivables"',
    );
    expect(() => readCrmMapping(__filename)).toThrow(InvalidMapping);
    expect(() => readCrmMapping(join(folder, 'none.json'))).toThrow(/there is no such file/);
  });
});
