import { execFileSync } from 'node:child_process';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { findBreakingChanges, parse } from 'graphql';

/** Where each breaking change is explained, one line each. */
export const explanationsPath = 'docs/schema-changes.md';

/** Federation's own types, and scalars that nothing uses any more: what changes in them follows from a change that is listed itself. */
const following = /\b_(Entity|Service|Any)\b|^Standard scalar /;

/** What clients of the old schema cannot do with the new one, in graphql's words: "Deal.title was removed." */
export function breakingChanges(before: string, after: string): string[] {
  const [was, is] = [before, after].map((sdl) => buildSubgraphSchema({ typeDefs: parse(sdl) }));
  if (!was || !is) return [];
  return findBreakingChanges(was, is)
    .map(({ description }) => description)
    .filter((description) => !following.test(description));
}

/** The line that explains a change, and what it must look like: - `deal`: Deal.title was removed. — nobody ever read it */
export const explanationOf = (service: string, change: string, reason = '<why, and what clients do instead>') =>
  `- \`${service}\`: ${change} — ${reason}`;

/** The breaking changes of a service that no line explains with a reason. In a line `…` stands for any name: what is decided once is said once. */
export function unexplained(service: string, changes: readonly string[], explanations: string): string[] {
  const explained = explanations.split('\n').flatMap((line) => {
    const [, what = '', reason = ''] = /^(- `.*?`: .*?) — (.*)$/.exec(line) ?? [];
    return /^[^<\s].{4,}/.test(reason) ? [pattern(what)] : [];
  });
  return changes.filter((change) => !explained.some((one) => one.test(explanationOf(service, change, ''))));
}

const pattern = (what: string): RegExp =>
  new RegExp(`^${what.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '[\\w-]+')} — $`);

/**
 * The text a file had before: its newest committed version that differs from the present one. So a change is compared with what was before
 * it, committed or not. Null where there is none, or no git.
 */
export function versionBefore(root: string, path: string, now: string): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
  try {
    for (const commit of git('log', '--format=%H', '-n', '20', '--', path).split('\n').filter(Boolean)) {
      const text = git('show', `${commit}:./${path}`);
      if (text !== now) return text;
    }
  } catch {
    // no repository, or a version that removed the file: nothing to compare with
  }
  return null;
}
