import { join } from 'node:path';
import type { ServiceName } from '@fivepoint/contracts';
import type { Edit } from '../../../build/src/swc-plugin';
import { repositoryRoot } from '../../../local/src/settings';
import type { Rule } from '../ledger/finding';
import type { Prey } from '../prey';
import type { Point } from '../victim/points';

/** The house with one rule broken on purpose: the ledger must call it wrong, and for this reason. */
export interface Mutant {
  name: string;
  /** What is broken, for the report. */
  breaks: string;
  /** Where the rule lives. */
  mode: Prey['mode'];
  edits: readonly { file: string; find: string; replace: string }[];
  /** The deaths that bring it to light: where, and in which services, one after the other. */
  kills: readonly { point: Point; service: ServiceName }[];
  expected: Rule;
}

/** The source edit does not fit the source any more. */
export class MutantOutdated extends Error {
  override readonly name = 'MutantOutdated';
  constructor(mutant: string, file: string, found: number) {
    super(
      `the mutant ${mutant} finds its place in ${file} ${found} times, not once: bring tools/chaos/src/mutants up to date`,
    );
  }
}

/** How a mutant is compiled; `verify` throws MutantOutdated unless every edit was made. */
export function editOf({ name, edits }: Pick<Mutant, 'name' | 'edits'>): { edit: Edit; verify(): void } {
  const made = new Set<string>();
  return {
    edit: (path, source) =>
      edits
        .filter(({ file }) => join(repositoryRoot, file) === path)
        .reduce((text, { file, find, replace }) => {
          const found = text.split(find).length - 1;
          if (found !== 1) throw new MutantOutdated(name, file, found);
          made.add(find);
          return text.replace(find, () => replace);
        }, source),
    verify() {
      for (const { file, find } of edits) if (!made.has(find)) throw new MutantOutdated(name, file, 0);
    },
  };
}
