import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What our specs look at in docker-compose.yml; the rest of it is for Docker. */
export interface ComposeService {
  readonly image: string;
  readonly build?: { readonly args: { readonly SERVICE: string } };
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const root = join(__dirname, '../../../..');
export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** docker-compose.yml with the variables of an environment file put in, as Docker does it. RangeError for one that has no value. */
export function composeFile(variables: Readonly<Record<string, string>>): ComposeFile {
  const text = read('docker-compose.yml').replace(
    /\$\{(\w+)(:-([^}]*)|:\?[^}]*)?\}/g,
    (_whole, name: string, _rest, fallback?: string) => {
      const value = variables[name] ?? fallback;
      if (!value) throw new RangeError(`docker-compose.yml needs ${name}`);
      return value;
    },
  );
  return parse(text, { merge: true }) as ComposeFile;
}

/** The variables that docker-compose.yml asks for. */
export const composeVariables = (): string[] => [
  ...new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)),
];

/** NAME=value lines; the last one counts, as for Docker. */
export const environmentFile = (file: string): Record<string, string> =>
  Object.fromEntries([...read(file).matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

/** What the Dockerfile sets in the environment of every container. */
export function imageEnvironment(): Record<string, string> {
  const [, block = ''] = /\nENV ((?:.*\\\n)*.*)\n/.exec(read('docker/Dockerfile')) ?? [];
  return Object.fromEntries([...block.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
}
