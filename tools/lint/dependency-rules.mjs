/**
 * Who may import what, as one table (docs/adr/0002). Each row is shown failing on a planted violation in `dependency-rules.unit.spec.ts`;
 * the tags of the projects say the coarse part of the same to Nx, in `tagRules` below.
 *
 * A row is broken when `broken(from, to)` is true. `from` is the importing file, `to` what it imports:
 *   path     from the root, without extension ('apps/deal/src/service'); null for a package
 *   area     'apps' | 'libs' | 'tools' | null        project  'apps/deal' | null        name  'deal' | null
 *   package  'typeorm' | 'node:fs' | null            isSpec   whether the importing file is a spec or helps some
 */

/** What each lib is built on. A new lib needs a line here. */
const layers = {
  kernel: [],
  contracts: [],
  messaging: ['contracts', 'kernel'],
  service: ['messaging', 'contracts', 'kernel'],
  testing: ['service', 'messaging', 'contracts', 'kernel'],
};

/** The folders of libs/service from the ground up: none imports one above it. */
const serviceFloors = [
  'database',
  'telemetry',
  'graph',
  'identity',
  'entity',
  'command',
  'master-data',
  'subgraph',
  'operators',
  'runtime',
];

const serviceFloor = ({ path }) => serviceFloors.indexOf(/^libs\/service\/src\/([^/]+)\//.exec(path ?? '')?.[1]);

/** What each tool is built on among the tools; specs may start any of them. A new tool needs a line here. */
const toolFloors = {
  bench: ['build', 'command-line', 'demo', 'dev', 'issuer', 'kafka', 'lifecycle', 'local', 'postgres'],
  build: [],
  chaos: ['build', 'command-line', 'demo', 'dev', 'issuer', 'kafka', 'lifecycle', 'local', 'postgres'],
  'command-line': [],
  contracts: ['command-line'],
  demo: ['issuer', 'lifecycle', 'local'],
  dev: ['build', 'command-line', 'demo', 'issuer', 'kafka', 'lifecycle', 'local', 'postgres'],
  events: ['command-line', 'local', 'postgres'],
  handoff: ['command-line', 'contracts'],
  import: ['command-line', 'issuer', 'lifecycle'],
  issuer: ['command-line'],
  kafka: ['command-line'],
  lifecycle: ['command-line', 'issuer', 'local'],
  lint: [],
  local: ['postgres'],
  mutation: ['command-line'],
  postgres: [],
  provision: ['local', 'postgres'],
  setup: [],
  supergraph: ['command-line'],
  test: [],
};

/** The tools that start services, and so may name them. */
const startingTools = ['tools/local', 'tools/dev'];

/** The five lifecycle services: the apps that have a database. */
const services = ['planning', 'acquisition', 'deal', 'receivables', 'customer-success'];

const isService = (file) => file.area === 'apps' && services.includes(file.name);
const isIn = (file, ...projects) => projects.includes(file.project);

/** The wiring of an app, which tools start or read: a service's definition; the gateway, its explorer, its way to services in one process. */
const wiring =
  /^apps\/([^/]+\/src\/(service|config)|gateway\/src\/(gateway|subgraph-in-process|explorer(\/demo-users)?))$/;

/** The only tools that libs/testing drives: the PostgreSQL and the Kafka of a test run. */
const driversOfTesting = ['tools/postgres', 'tools/kafka'];

const standsUnderTesting = (file) =>
  isIn(file, ...driversOfTesting) || (file.area === 'libs' && layers.testing.includes(file.name));

/** The tools that start a script by its name, or look at every service in turn. */
const startsWhatItIsTold = ['tools/setup/run.cjs', 'tools/supergraph/src/emit.ts'];

export const importRules = [
  {
    name: 'apps-apart',
    message:
      'Nobody imports an app: apps meet through events and the graph. Only tools/local and tools/dev, which start them, and specs of tools may, and only its wiring (src/service.ts, src/config.ts; of the gateway src/gateway.ts).',
    broken: (from, to) =>
      to.area === 'apps' &&
      to.project !== from.project &&
      !(from.area === 'tools' && (from.isSpec || isIn(from, ...startingTools)) && wiring.test(to.path)),
  },
  {
    name: 'layers',
    message: `A lib is built only on the ones below it: ${Object.entries(layers)
      .map(([lib, below]) => `${lib} on ${below.join(', ') || 'none'}`)
      .join('; ')}.`,
    broken: (from, to) =>
      from.area === 'libs' &&
      to.area === 'libs' &&
      to.project !== from.project &&
      !(layers[from.name] ?? []).includes(to.name) &&
      !(from.isSpec && to.name === 'testing'),
  },
  {
    name: 'lib-by-name',
    message: 'A lib is imported by its name (@fivepoint/kernel): what its index does not export is its own.',
    broken: (from, to) =>
      to.area === 'libs' &&
      to.project !== from.project &&
      to.path !== to.project &&
      // The generator of the event types cannot import the index that exports them,
      !isIn(from, 'tools/contracts') &&
      // and what libs/testing stands on is tested by parts of it, without all of it.
      !(from.isSpec && isIn(to, 'libs/testing') && standsUnderTesting(from)),
  },
  {
    name: 'service-floors',
    message: `A folder of libs/service imports only those below it: ${serviceFloors.join(', ')}.`,
    broken: (from, to) => serviceFloor(from) >= 0 && serviceFloor(to) > serviceFloor(from),
  },
  {
    name: 'kernel-alone',
    message: 'The kernel is pure: it imports no package, no lib and nothing of Node.',
    broken: (from, to) => isIn(from, 'libs/kernel') && !from.isSpec && !isIn(to, 'libs/kernel'),
  },
  {
    name: 'contracts-alone',
    message: 'Contracts is schemas and types: it imports Ajv, which checks them, and nothing else.',
    broken: (from, to) =>
      isIn(from, 'libs/contracts') &&
      !from.isSpec &&
      !isIn(to, 'libs/contracts') &&
      !['ajv', 'ajv-formats'].includes(to.package),
  },
  {
    name: 'tool-floors',
    message: `A tool is built only on the ones below it, so that none goes in a circle: ${Object.entries(toolFloors)
      .filter(([, below]) => below.length > 0)
      .map(([tool, below]) => `${tool} on ${below.join(', ')}`)
      .join('; ')}.`,
    broken: (from, to) =>
      from.area === 'tools' &&
      to.area === 'tools' &&
      to.project !== from.project &&
      !from.isSpec &&
      !(toolFloors[from.name] ?? []).includes(to.name),
  },
  {
    name: 'tools-outermost',
    message:
      'Nothing that is deployed imports a tool. Only tools, specs and libs/testing (its PostgreSQL and Kafka) do.',
    broken: (from, to) =>
      to.area === 'tools' &&
      from.area !== 'tools' &&
      !from.isSpec &&
      !(isIn(from, 'libs/testing') && isIn(to, ...driversOfTesting)),
  },
  {
    name: 'testing-in-specs',
    message: 'Only specs (*.spec.ts, and what stands in a folder spec/) may import @fivepoint/testing.',
    broken: (from, to) => isIn(to, 'libs/testing') && !isIn(from, 'libs/testing') && !from.isSpec,
  },
  {
    name: 'specs-are-ends',
    message: 'Nothing that is deployed imports a spec, or what stands in a folder spec/ to help specs.',
    broken: (from, to) => to.path !== null && isSpec(to.path) && !from.isSpec,
  },
  {
    name: 'kafkajs-in-messaging',
    message: 'Only libs/messaging speaks to Kafka; topics are administered through it, too.',
    broken: (from, to) => to.package === 'kafkajs' && !isIn(from, 'libs/messaging'),
  },
  {
    name: 'pg-under-typeorm',
    message:
      'Only libs/messaging, libs/testing and tools speak to PostgreSQL by pg itself: what services do goes through TypeORM, in a transaction with its tenant.',
    broken: (from, to) => to.package === 'pg' && from.area !== 'tools' && !isIn(from, 'libs/messaging', 'libs/testing'),
  },
  {
    name: 'modules-by-name',
    message: 'Apps and libs name what they import: a require of their own making is seen by no rule.',
    broken: (from, to) => ['node:module', 'module'].includes(to.package) && from.area !== 'tools',
  },
  {
    name: 'known-modules',
    message: 'What is imported is named where it is imported: a name that is worked out is seen by no rule.',
    broken: (from, to) => to.path === null && to.package === null && !startsWhatItIsTold.includes(from.path),
  },
  {
    name: 'typeorm-where-data-is',
    message:
      'Only the five services and libs/service, libs/messaging and libs/testing speak to a database through TypeORM.',
    broken: (from, to) =>
      to.package === 'typeorm' && !isService(from) && !isIn(from, 'libs/service', 'libs/messaging', 'libs/testing'),
  },
];

/** Specs, and what helps several of them: a folder `spec/` beside them. */
export const isSpec = (path) => /\.spec(\.ts)?$|\/spec\//.test(path);

/** What no spec replaces by a mock: specs run on the real PostgreSQL. */
export const neverMocked = ['pg', 'typeorm'];

/** Programs that are started with a chosen part of our environment. */
const handOnEnvironment = ['tools/postgres/src/run-as.ts', 'tools/dev/src/managed-process.ts'];

/** Where the environment is read beside a tool's main: an app's main, and what starts or drives a run of specs. */
export const readsEnvironment = (file) =>
  handOnEnvironment.includes(file) ||
  /^apps\/[^/]+\/src\/main\.ts$/.test(file) ||
  isSpec(file) ||
  file.startsWith('libs/testing/');

const specs = ['**/*.spec.ts', '**/spec/**'];
const relative = '^\\.';

const boundaries = (allow) => ({
  rules: {
    '@nx/enforce-module-boundaries': [
      'error',
      {
        allow,
        // Specs of what libs/testing is built on import it in turn; the graph cannot tell a spec's import from another.
        ignoredCircularDependencies: [['testing', '*']],
        depConstraints: [
          { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
          { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
          { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:lib', 'type:tool'] },
          { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
          { sourceTag: 'scope:tools', onlyDependOnLibsWithTags: ['scope:tools', 'scope:shared'] },
          ...[...services, 'gateway'].map((app) => ({
            sourceTag: `scope:${app}`,
            onlyDependOnLibsWithTags: [`scope:${app}`, 'scope:shared'],
          })),
        ],
      },
    ],
  },
});

/** The rules for Nx. Tools and apps have no package name, so tools and libs/testing import them by path: `importRules` judges that. */
export const tagRules = [
  { files: ['apps/**/*.ts', 'libs/**/*.ts'], ignores: [...specs, 'libs/testing/**'], ...boundaries([]) },
  { files: ['tools/**/*.ts', 'libs/testing/**/*.ts'], ignores: specs, ...boundaries([relative]) },
];
