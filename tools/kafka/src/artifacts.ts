import { createHash } from 'node:crypto';
import lock from '../artifacts.json';

/** One file of Kafka as Maven knows it, pinned by what is in it. Written by `lock-main.ts`, never by hand. */
export interface Artifact {
  /** group:artifact:version */
  readonly coordinates: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The broker, its command line tools and everything both need. */
export interface Artifacts {
  /** The version of Kafka itself. */
  readonly version: string;
  readonly artifacts: readonly Artifact[];
}

export const artifacts: Artifacts = lock;

export const fileName = ({ coordinates }: Pick<Artifact, 'coordinates'>): string => {
  const [, artifact, version] = coordinates.split(':');
  return `${artifact}-${version}.jar`;
};

/** Below the base address of any Maven repository. */
export const repositoryPath = (artifact: Artifact): string => {
  const [group = '', name, version] = artifact.coordinates.split(':');
  return `${group.replaceAll('.', '/')}/${name}/${version}/${fileName(artifact)}`;
};

/** Names the folder of exactly these files, so that a changed list never mixes with what an older one fetched. */
export const folderName = ({ version, artifacts }: Artifacts): string =>
  `${version}-${createHash('sha256').update(JSON.stringify(artifacts)).digest('hex').slice(0, 8)}`;
