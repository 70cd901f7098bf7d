/** A program that is deployed: where it starts, where its build goes, and files it reads at run time. All paths from the root. */
export interface Deployable {
  readonly entry: string;
  readonly folder: string;
  readonly files: readonly string[];
}

const app = (name: string, files: readonly string[] = []): Deployable => ({
  entry: `apps/${name}/src/main.ts`,
  folder: `dist/apps/${name}`,
  files,
});

const tool = (name: string): Deployable => ({
  entry: `tools/${name}/src/main.ts`,
  folder: `dist/tools/${name}`,
  files: [],
});

/** Everything an image is made of, by the name of its folder. */
export const deployables: Readonly<Record<string, Deployable>> = {
  planning: app('planning'),
  acquisition: app('acquisition'),
  deal: app('deal'),
  receivables: app('receivables'),
  'customer-success': app('customer-success'),
  gateway: app('gateway', ['supergraph.graphql']),
  'set-up': tool('set-up'),
  issuer: tool('issuer'),
};
