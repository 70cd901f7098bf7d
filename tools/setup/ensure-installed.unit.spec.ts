import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript: it runs before anything is installed
const { isInstalled } = require('./ensure-installed.cjs') as { isInstalled(folder: string): boolean };

interface Package {
  version: string;
  integrity?: string;
  optional?: boolean;
}

const locked: Record<string, Package> = {
  '': { version: '0.1.0' },
  'node_modules/bread': { version: '2.0.0', integrity: 'sha512-bread' },
  'node_modules/bread-for-others': { version: '1.0.0', integrity: 'sha512-others', optional: true },
};
const bread = { 'node_modules/bread': { version: '2.0.0', integrity: 'sha512-bread' } };

describe('the packages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fivepoint-installed-'));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const record = (packages: Record<string, Package>) =>
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

  it('are there when npm has recorded them, whoever called it, and without those for other platforms', () => {
    record(bread);
    expect(isInstalled(folder)).toBe(true);
  });

  it.each<[string, Record<string, Package>]>([
    ['one is missing', {}],
    ['one is of another version', { 'node_modules/bread': { version: '1.9.0', integrity: 'sha512-bread' } }],
    ['one has other contents', { 'node_modules/bread': { version: '2.0.0', integrity: 'sha512-stone' } }],
    [
      'one of another platform is of another version',
      { ...bread, 'node_modules/bread-for-others': { version: '0.9.0' } },
    ],
    ['one too many is there', { ...bread, 'node_modules/butter': { version: '1.0.0' } }],
  ])('are not there when %s', (_, packages) => {
    record(packages);
    expect(isInstalled(folder)).toBe(false);
  });

  it('are not there when an install was broken off', () => {
    expect(isInstalled(folder)).toBe(false);
  });
});
