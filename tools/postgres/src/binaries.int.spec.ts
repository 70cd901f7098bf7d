import { lstat, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLinks } from './binaries';

describe('the links of the PostgreSQL package', () => {
  let folder: string;
  const link = (): string => join(folder, 'native', 'lib', 'libpq.so.5');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'links-'));
    await mkdir(join(folder, 'native', 'lib'), { recursive: true });
    await writeFile(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are made where the install script did not run, by many at once, and stay when made again', async () => {
    expect(await Promise.all(Array.from({ length: 20 }, () => makeLinks(folder)))).not.toContain(false);
    expect(await readlink(link())).toBe('libpq.so.5.18');
    const made = await lstat(link());
    expect(await makeLinks(folder)).toBe(true);
    expect((await lstat(link())).ino).toBe(made.ino);
  });

  it('are put right when they point elsewhere', async () => {
    await symlink('libpq.so.5.17', link());
    await makeLinks(folder);
    expect(await readlink(link())).toBe('libpq.so.5.18');
  });

  it('leave a plain file alone, as a copy that followed links has it', async () => {
    await writeFile(link(), 'library');
    await makeLinks(folder);
    expect((await lstat(link())).isFile()).toBe(true);
  });

  it('are none in a package without a list', async () => {
    await rm(join(folder, 'native', 'pg-symlinks.json'));
    expect(await makeLinks(folder)).toBe(true);
  });
});
