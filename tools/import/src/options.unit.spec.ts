import { join, resolve } from 'node:path';
import { unmappedColumns } from './columns';
import { importOptions } from './options';
import { lines } from './progress';

describe('what is asked for', () => {
  it('is the public data set in the house of this machine, unless something else is said', () => {
    expect(importOptions(['crm', 'data'], {})).toEqual({
      kind: 'crm',
      source: resolve('data'),
      mapping: join(__dirname, '..', 'mappings', 'crm-sales-opportunities.json'),
      url: 'http://localhost:4000/graphql',
      user: 'admin',
      token: null,
      report: null,
      dataDir: resolve('.fivepoint'),
      production: false,
    });
    const env = { PORT: '4711', FIVEPOINT_TOKEN: 'abc', FIVEPOINT_DATA: '/data', NODE_ENV: 'production' };
    expect(importOptions(['receivables', '/x.csv', '--mapping', '/m.json', '--report', '/r.csv'], env)).toEqual({
      ...{ kind: 'receivables', source: '/x.csv', mapping: '/m.json', url: 'http://localhost:4711/graphql' },
      ...{ user: 'admin', token: 'abc', report: '/r.csv', dataDir: '/data', production: true },
    });
    const over = ['crm', 'x', '--url', 'https://crm.example/graphql', '--token', 'own'];
    expect(importOptions(over, env)).toMatchObject({ url: 'https://crm.example/graphql', token: 'own' });
  });

  it.each([[[]], [['crm']], [['csv', 'x']], [['crm', 'x', 'y']], [['crm', 'x', '--maping', 'y']]])(
    'is told with the usage where it cannot be made out: %j',
    (args) => {
      expect(() => importOptions(args, {})).toThrow(/npm run import -- crm <folder>/);
    },
  );

  it('is not sent just anywhere', () => {
    expect(() => importOptions(['crm', 'x', '--url', 'ftp://x'], {})).toThrow('--url must be');
  });
});

describe('the columns of a file', () => {
  const table = { file: 'a.csv', columns: ['id', 'name', 'size', 'fax', ''], rows: [], broken: [] };

  it('are all mapped, left out, or told', () => {
    expect(
      unmappedColumns(table, { a: { column: 'id' }, b: { column: 'name' }, c: undefined }, { size: 'no' }),
    ).toEqual(['fax']);
  });

  it('are all there, or every missing one is told with those that are', () => {
    expect(() => unmappedColumns(table, { a: { column: 'ID' }, b: { column: 'Name' } }, {})).toThrow(
      'a.csv has no column "ID", "Name", which the mapping reads; it has id, name, size, fax',
    );
  });
});

describe('progress without a terminal', () => {
  it('is a line now and then, and one at the end', () => {
    const written: string[] = [];
    const progress = lines((line) => written.push(line));
    for (const total of [7, 2_466, 0]) {
      progress.begin('deals', total);
      for (let row = 0; row < total; row++) progress.advance();
      progress.end();
    }
    expect(written).toHaveLength(11);
    expect([written[0], written[1], written.at(-1)]).toEqual([
      'deals 7 of 7',
      'deals 247 of 2466',
      'deals 2466 of 2466',
    ]);
  });
});
