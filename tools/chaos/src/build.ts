import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceNames } from '@fivepoint/contracts';
import { bundle } from '../../build/src/bundle';
import { deployables } from '../../build/src/deployables';
import { repositoryRoot } from '../../local/src/settings';
import { editOf, type SourceEdit } from './source-edits';

/** As deep below the root as `tools/dev/src`, so that the program finds the root where its source does. */
const script = (name: string): string => join('dist', 'chaos', name, 'main.js');
const absolute = (name: string): string => join(repositoryRoot, script(name));

/** Compiles what is loaded into every victim; gives its path. @param of for whom: who runs beside it has another one */
export async function buildPreload(of: string): Promise<string> {
  const name = `preload-${of}`;
  await bundle(repositoryRoot, 'tools/chaos/src/victim/preload.ts', script(name));
  return absolute(name);
}

/** Compiles the house in one process, as it is or with some of its source changed; gives its path. */
export async function buildOneProcess(name: string, edits: readonly SourceEdit[] = []): Promise<string> {
  const { edit, verify } = editOf(name, edits);
  await bundle(repositoryRoot, 'tools/chaos/src/victim/one-process.ts', script(name), edit);
  verify();
  await explorerBeside(name);
  return absolute(name);
}

/**
 * Compiles the five services and the gateway as they are deployed; gives their paths. @param of for whom: who runs beside it has others, since
 * a process that is started again is read again
 */
export async function buildDeployables(
  of: string,
  edits: readonly SourceEdit[] = [],
): Promise<ReadonlyMap<string, string>> {
  const names = [...serviceNames, 'gateway'];
  const { edit, verify } = editOf('the deployed house', edits);
  for (const name of names) await bundle(repositoryRoot, deployables[name]!.entry, script(`${of}-${name}`), edit);
  verify();
  await explorerBeside(`${of}-gateway`);
  return new Map(names.map((name) => [name, absolute(`${of}-${name}`)]));
}

async function explorerBeside(name: string): Promise<void> {
  for (const [from, to] of Object.entries(deployables['gateway']!.files ?? {}))
    await cp(join(repositoryRoot, from), join(repositoryRoot, 'dist', 'chaos', name, to), { recursive: true });
}
