import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardCluster } from '../../postgres/src/index';
import { postgresFolder } from './settings';

export interface ThrowAwayFolder {
  readonly dataDir: string;
  /** Removes it with all that houses and services alone have made for it, also where PostgreSQL could not use it and went elsewhere. */
  remove(): Promise<void>;
}

/** A data folder that nothing is to be left of, for a house that is started for a spec or a measurement. Stop the house first. */
export function throwAwayFolder(what: string): ThrowAwayFolder {
  const dataDir = mkdtempSync(join(tmpdir(), `fivepoint-${what}-`));
  return {
    dataDir,
    async remove() {
      await discardCluster(...foldersOfHouses(dataDir).map(postgresFolder));
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** The data folder itself, and those in it of services that were started alone. */
export const foldersOfHouses = (dataDir: string): string[] => [
  dataDir,
  ...readdirSync(dataDir)
    .filter((name) => name.startsWith('only-'))
    .map((name) => join(dataDir, name)),
];
