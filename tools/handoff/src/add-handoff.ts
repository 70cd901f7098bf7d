import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatted, outputsOf, staleFiles } from '../../contracts/src/outputs';
import { readSources } from '../../contracts/src/sources';
import { newFiles } from './files';
import type { Handoff } from './handoff';
import { registered } from './register';

/**
 * Adds a handoff to a workspace: its files, its consumer in the reader's service.ts, and the types that follow from its schema.
 * Returns the paths it wrote. Throws RangeError, and writes nothing, where one of its files is there already.
 */
export async function addHandoff(handoff: Handoff, root: string): Promise<string[]> {
  const files = newFiles(handoff);
  const taken = [...files.keys()].find((path) => existsSync(join(root, path)));
  if (taken) throw new RangeError(`there is ${taken} already; name the event otherwise`);
  const service = `apps/${handoff.to}/src/service.ts`;
  files.set(service, registered(readFileSync(join(root, service), 'utf8'), handoff));
  const texts = new Map<string, string>();
  for (const [path, text] of files) texts.set(path, await formatted(path, text));
  write(root, texts);

  const contracts = join(root, 'libs/contracts');
  const generated = await outputsOf(readSources(contracts));
  const stale = staleFiles(generated, contracts).map((path) => [path, generated.get(path) ?? ''] as const);
  write(contracts, new Map(stale));
  return [...texts.keys(), ...stale.map(([path]) => `libs/contracts/${path}`)];
}

function write(root: string, texts: ReadonlyMap<string, string>): void {
  for (const [path, text] of texts) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
