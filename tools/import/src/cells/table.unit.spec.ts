import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTable, readTable, UnreadableFile } from './table';

describe('a table', () => {
  const rows = (text: string) =>
    parseTable('t.csv', text, ',').rows.map(({ line, cells }) => [line, Object.fromEntries(cells)]);

  it('is read with its byte order mark, any line ends, quoted commas and line breaks, and each row knows its line', () => {
    const text = '\ufeffid,name\r\n1,"星桥, 华东"\r\n\r\n2,"two\r\nlines"\r3,  plain \n , \n4,"say ""hi"""';
    expect(rows(text)).toEqual([
      [2, { id: '1', name: '星桥, 华东' }],
      [4, { id: '2', name: 'two\nlines' }],
      [6, { id: '3', name: 'plain' }],
      [8, { id: '4', name: 'say "hi"' }],
    ]);
  });

  it('sets rows aside that do not fit under the header', () => {
    const { rows: whole, broken } = parseTable('t.csv', 'a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3', ',');
    expect(whole.map(({ line }) => line)).toEqual([4, 5]);
    expect(broken).toEqual([
      { line: 2, reason: 'has 2 cells where the header has 3' },
      { line: 3, reason: 'has 4 cells where the header has 3' },
    ]);
  });

  it('takes a quote within a cell as it is', () => {
    expect(rows('a,b\n1,5" pipe')).toEqual([[2, { a: '1', b: '5" pipe' }]]);
  });

  it('is not read at all where nobody can tell where its rows end, or which column is which', () => {
    expect(() => parseTable('t.csv', 'a,b\n1,"open\n2,3\n', ',')).toThrow(/t\.csv is no table: Quote Not Closed/);
    expect(() => parseTable('t.csv', 'a,b,a\n1,2,3', ',')).toThrow('the column "a" twice');
    expect(() => parseTable('t.csv', '', ',')).toThrow('t.csv is empty');
  });

  describe('in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'table-'));
    writeFileSync(join(folder, 'some.csv'), 'name\n');
    afterAll(() => rmSync(folder, { recursive: true }));

    it('may be written as Chinese systems write it', () => {
      const path = join(folder, 'gb.csv');
      writeFileSync(path, Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x0a, 0xd0, 0xc7, 0xc7, 0xc5, 0x0a]));
      const { rows: found } = readTable(path, { encoding: 'gb18030', delimiter: ',' });
      expect(found.map(({ cells }) => cells.get('客户'))).toEqual(['星桥']);
      expect(() => readTable(path, { encoding: 'utf-8', delimiter: ',' })).toThrow(/not written in utf-8/);
    });

    it.each([
      ['must be there', ['none.csv'], 'there is no such file'],
      ['must be a file', [], 'it is a folder; name the file'],
      ['must be in a folder', ['some.csv', 'none.csv'], 'what should be its folder is a file; name the folder'],
    ])('%s', (_, names, reason) => {
      const path = join(folder, ...names);
      expect(() => readTable(path, { encoding: 'utf-8', delimiter: ',' })).toThrow(
        new UnreadableFile(`${path} cannot be read: ${reason}`),
      );
    });
  });
});
