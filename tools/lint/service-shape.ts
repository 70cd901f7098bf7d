/** A service as the shape judges it. */
export interface ServiceFiles {
  /** Below `src/`, with slashes: `deal/advance-deal.ts`. */
  files: readonly string[];
  /** The mutations of its schema, but those that every service has for operators. */
  mutations: readonly string[];
  /** The names of the events that its consumers handle, but planning's master data: `contract-signed`. */
  handoffs: readonly string[];
  /** The names of the migrations that its `service.ts` runs: `OrderedLists1000000002000`. */
  migrations: readonly string[];
}

/** What stands at the root of every service; everything else is in the folder of a business thing. */
const atTheRoot = ['config.ts', 'main.ts', 'service.ts'];

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The number with which a migration's name ends. */
const numberOf = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0);

/** Where a service has another shape than all services have, one line each; empty when it has theirs. */
export function shapeProblems({ files, mutations, handoffs, migrations }: ServiceFiles): string[] {
  const names = new Set(files.map((file) => file.replace(/^.*\//, '')));
  const root = files.filter((file) => !file.includes('/'));
  return [
    ...atTheRoot.filter((file) => !root.includes(file)).map((file) => `src/${file} is missing`),
    ...root.filter((file) => !atTheRoot.includes(file)).map((file) => `src/${file} belongs into the folder of a thing`),
    ...mutations
      .map((mutation) => `${kebab(mutation)}.ts`)
      .filter((file) => !names.has(file))
      .map((file) => `no ${file}: each command has a file of its name`),
    ...handoffs
      .map((event) => `handoffs/${event}.ts`)
      .filter((file) => !files.includes(file))
      .map((file) => `no src/${file}: each incoming event has a file of its name`),
    ...files
      .filter((file) => file.startsWith('migrations/'))
      .filter((file) => !migrations.some((name) => name.endsWith(/\d+/.exec(file)?.[0] ?? '-')))
      .map((file) => `src/${file} is never run: service.ts does not name its migration, which ends with its number`),
    ...migrations
      .filter((name) => files.some((file) => file.startsWith(`migrations/${numberOf(name)}-`)))
      .filter((name, place, own) => numberOf(name) < numberOf(own[place - 1] ?? ''))
      .map((name) => `${name} stands behind a later one: service.ts names migrations in the order in which they run`),
    ...files
      .filter((file) => /\.(states?|status|level|stage)(\.unit|\.int)?(\.spec)?\.ts$/.test(file))
      .map((file) => `src/${file}: the table is named in the plural, lead.statuses.ts`),
  ];
}
