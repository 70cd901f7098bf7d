import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle';
import { deployables } from './deployables';
import { writeDeployedPackage } from './deployed-package';

/**
 * Builds one program for deployment: `main.js` with its map, its threads' files, the packages it needs (package.json, package-lock.json) and the files it reads.
 * @param name its folder's name: deal, gateway, provision
 * @returns its folder, from the root
 */
export async function buildDeployable(root: string, name: string): Promise<string> {
  const deployable = deployables[name];
  if (!deployable) throw new RangeError(`"${name}" is not built; these are: ${Object.keys(deployables).join(', ')}`);
  const { entry, folder, files = {}, threads = {}, packages = [] } = deployable;
  const absolute = join(root, folder);
  await rm(absolute, { recursive: true, force: true });
  await mkdir(absolute, { recursive: true });
  const imported = await bundle(root, entry, join(folder, 'main.js'));
  for (const [thread, file] of Object.entries(threads))
    imported.push(...(await bundle(root, thread, join(folder, file))));
  await writeDeployedPackage(root, name, [...imported, ...packages], absolute);
  // What is TypeScript of a folder is in the bundle.
  const filter = (file: string): boolean => !file.endsWith('.ts');
  for (const [from, to] of Object.entries(files)) {
    await cp(join(root, from), join(absolute, to), { recursive: true, filter });
  }
  return folder;
}
