import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersOf } from './data-folder';

describe('the folders that belong to a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'folders-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['itself alone', null, []],
    ['the one that took its place, first', '/var/tmp/elsewhere\n', ['/var/tmp/elsewhere']],
    ['itself alone where the note was never finished, and never the folder one is in', '', []],
  ])('are %s', (_, note, instead) => {
    const file = join(folder, 'data-is-in.txt');
    if (note === null) rmSync(file, { force: true });
    else writeFileSync(file, note);
    expect(foldersOf(folder)).toEqual([...instead, folder]);
  });
});
