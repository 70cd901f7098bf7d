/** A program that is deployed. All paths from the root. */
export interface Deployable {
  readonly entry: string;
  /** Where its build goes. */
  readonly folder: string;
  /** Files and folders it reads at run time, and where they lie beside `main.js`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Threads that it starts: the entry of each, and the file beside `main.js` that it becomes. */
  readonly threads?: Readonly<Record<string, string>>;
  /** Packages whose files it serves: it never imports them, so that the bundler does not see them. */
  readonly packages?: readonly string[];
}

const app = (name: string, more: Pick<Deployable, 'files' | 'packages' | 'threads'> = {}): Deployable => ({
  entry: `apps/${name}/src/main.ts`,
  folder: `dist/apps/${name}`,
  ...more,
});

const tool = (name: string): Deployable => ({ entry: `tools/${name}/src/main.ts`, folder: `dist/tools/${name}` });

/** Everything an image is made of, by the name of its folder. */
export const deployables: Readonly<Record<string, Deployable>> = {
  planning: app('planning', { threads: { 'apps/planning/src/rehearsal/worker.ts': 'rehearsal-worker.js' } }),
  acquisition: app('acquisition'),
  deal: app('deal'),
  receivables: app('receivables'),
  'customer-success': app('customer-success'),
  gateway: app('gateway', {
    files: { 'supergraph.graphql': 'supergraph.graphql', 'apps/gateway/src/explorer': 'explorer' },
    packages: ['graphiql', 'react', 'react-dom'],
  }),
  provision: tool('provision'),
  issuer: tool('issuer'),
  demo: tool('demo'),
};
