import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { asyncApiDocument } from './asyncapi';
import { type PublishedLock } from './compatibility';
import { eventTypesSource } from './event-types';
import { contractsRoot, type Sources } from './sources';

export const lockPath = 'published.lock.json';

/** Every generated file, by its path below libs/contracts, with the text it must have. */
export async function outputsOf(sources: Sources): Promise<Map<string, string>> {
  return new Map([
    ['src/generated/events.ts', await formatted('src/generated/events.ts', await eventTypesSource(sources))],
    ['asyncapi.json', await formatted('asyncapi.json', JSON.stringify(asyncApiDocument(sources)))],
  ]);
}

/** Paths of the generated files whose text on disk is not what the schemas give. */
export function staleFiles(outputs: ReadonlyMap<string, string>, root: string = contractsRoot): string[] {
  return [...outputs].filter(([path, text]) => readIfThere(join(root, path)) !== text).map(([path]) => path);
}

/** What was published so far; nothing before the first `--publish`. */
export function readLock(root: string = contractsRoot): PublishedLock {
  return JSON.parse(readIfThere(join(root, lockPath)) ?? '{}') as PublishedLock;
}

/** The text in the house's format, so that a formatter never makes a generated file stale. */
export async function formatted(path: string, text: string): Promise<string> {
  const filepath = join(contractsRoot, path);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
