import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundle } from './bundle';
import { deployables } from './deployables';
import { writeDeployedPackage } from './deployed-package';

/**
 * Builds one program for deployment: `main.js` with its map, the packages it needs (package.json, package-lock.json) and the files it reads.
 * @param name its folder's name: deal, gateway, set-up
 * @returns its folder, from the root
 */
export async function buildDeployable(root: string, name: string): Promise<string> {
  const deployable = deployables[name];
  if (!deployable) throw new RangeError(`"${name}" is not built; these are: ${Object.keys(deployables).join(', ')}`);
  const { entry, folder, files } = deployable;
  const absolute = join(root, folder);
  await rm(absolute, { recursive: true, force: true });
  await mkdir(absolute, { recursive: true });
  const packages = await bundle(root, entry, join(folder, 'main.js'));
  await writeDeployedPackage(root, name, packages, absolute);
  for (const file of files) await cp(join(root, file), join(absolute, basename(file)));
  return folder;
}
