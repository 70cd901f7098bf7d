import { join } from 'node:path';
import type { Edit } from '../../build/src/swc-plugin';
import { repositoryRoot } from '../../local/src/settings';

/** One place in the source, from the root, and what stands there instead in what is compiled. */
export interface SourceEdit {
  file: string;
  find: string;
  replace: string;
}

/** The source edit does not fit the source any more. */
export class EditOutdated extends Error {
  override readonly name = 'EditOutdated';
  constructor(what: string, file: string, found: number) {
    super(`${what} finds its place in ${file} ${found} times, not once: bring tools/chaos/src up to date`);
  }
}

/** How something is compiled with these edits; `verify` throws EditOutdated unless every one was made. */
export function editOf(what: string, edits: readonly SourceEdit[]): { edit: Edit; verify(): void } {
  const made = new Set<SourceEdit>();
  return {
    edit: (path, source) =>
      edits
        .filter(({ file }) => join(repositoryRoot, file) === path)
        .reduce((text, one) => {
          const found = text.split(one.find).length - 1;
          if (found !== 1) throw new EditOutdated(what, one.file, found);
          made.add(one);
          return text.replace(one.find, () => one.replace);
        }, source),
    verify() {
      for (const one of edits) if (!made.has(one)) throw new EditOutdated(what, one.file, 0);
    },
  };
}
