import { relative, sep } from 'node:path';
import { repositoryRoot, usualDataDir } from '../../local/src/settings';

/** What to type for a token of the house in this folder; npm runs it at the workspace's root, wherever it is typed. Pure. */
export function tokenCommand(dataDir: string): string {
  const command = 'npm run -s token -- --user lin';
  if (dataDir === usualDataDir) return command;
  const below = relative(repositoryRoot, dataDir);
  const folder = below.startsWith(`..${sep}`) ? dataDir : below;
  return `FIVEPOINT_DATA=${/^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`} ${command}`;
}
