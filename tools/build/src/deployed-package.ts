import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface PackageJson {
  version: string;
  engines: Record<string, string>;
  dependencies: Record<string, string>;
  overrides: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Bundles import packages that the root has for development only, or not at all: an image would lack them. */
export class UndeclaredPackages extends Error {
  override readonly name = 'UndeclaredPackages';
  constructor(
    app: string,
    readonly packages: readonly string[],
  ) {
    super(
      `${app} imports ${packages.join(', ')}, not among the "dependencies" of the root's package.json: declare them there`,
    );
  }
}

/**
 * Writes a package.json with exactly the packages that a bundle needs, in the versions of the root, and the part of the root's lock file that
 * belongs to them, so that `npm ci` in the folder installs what was tested and nothing more.
 * @param imported what the bundle imports; the peers of these that the root has are added: TypeORM loads `pg` by name at run time
 * @throws UndeclaredPackages
 */
export async function writeDeployedPackage(
  root: string,
  app: string,
  imported: readonly string[],
  folder: string,
): Promise<void> {
  const { version, engines, dependencies, overrides } = await readPackage(root);
  const undeclared = imported.filter((name) => !(name in dependencies));
  if (undeclared.length > 0) throw new UndeclaredPackages(app, undeclared);

  const needed = new Set<string>();
  const add = async (name: string): Promise<void> => {
    if (needed.has(name) || !(name in dependencies)) return;
    needed.add(name);
    const { peerDependencies = {} } = await readPackage(join(root, 'node_modules', name));
    for (const peer of Object.keys(peerDependencies)) await add(peer);
  };
  for (const name of imported) await add(name);

  const own = {
    name: `fivepoint-${app}`,
    version,
    private: true,
    engines,
    main: 'main.js',
    dependencies: Object.fromEntries([...needed].sort().map((name) => [name, dependencies[name]])),
    overrides,
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  await copyFile(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  // npm itself takes out of the lock file what this package.json does not need; it asks no registry, since every version is there.
  const npm = ['install', '--package-lock-only', '--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', npm, { cwd: folder });
}

async function readPackage(folder: string): Promise<PackageJson> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackageJson;
}
