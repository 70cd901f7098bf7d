import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { serviceNames } from '@fivepoint/contracts';
import { Kind, parse } from 'graphql';
import { services } from '../local/src/services';
import { type ServiceFiles, shapeProblems } from './service-shape';

const apps = join(__dirname, '../../apps');

function filesOf(name: string): ServiceFiles {
  const src = join(apps, name, 'src');
  const schema = parse(readFileSync(join(apps, name, 'schema.graphql'), 'utf8'), { noLocation: true });
  const prefix = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const mutations = schema.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation'
      ? (definition.fields ?? []).map((field) => field.name.value)
      : [],
  );
  const definition = services.find((service) => service.name === name);
  const handled = definition?.consumers.find((one) => one.name === name);
  return {
    files: readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/')),
    mutations: mutations.filter((mutation) => !mutation.startsWith(prefix)),
    handoffs: (handled?.handlers ?? [])
      .map(({ type }) => type.split('.'))
      .filter(([, owner = '', event = '']) => owner !== 'planning' || event === 'account-targeted')
      .map(([, , event = '']) => event),
    migrations: (definition?.migrations ?? []).map((migration) => new migration().name ?? migration.name),
  };
}

describe('the five services', () => {
  test.each(serviceNames)('%s has the shape of them all', (name) => {
    const files = filesOf(name);
    expect(files.mutations.length).toBeGreaterThan(0);
    expect(files.handoffs.length).toBeGreaterThan(0);
    expect(shapeProblems(files)).toEqual([]);
  });

  test.each([
    ['a helper at the root', { files: ['named.ts'] }, 'src/named.ts belongs into the folder of a thing'],
    [
      'a command that shares a file',
      { mutations: ['closePlan'] },
      'no close-plan.ts: each command has a file of its name',
    ],
    [
      'a handoff of another name',
      { handoffs: ['deal-won'] },
      'no src/handoffs/deal-won.ts: each incoming event has a file of its name',
    ],
    [
      'a migration that nobody runs',
      { files: ['migrations/1000000009000-left-out.ts'] },
      'src/migrations/1000000009000-left-out.ts is never run: service.ts does not name its migration, which ends with its number',
    ],
    [
      'a migration out of order',
      {
        files: ['migrations/1000000001000-one.ts', 'migrations/1000000002000-two.ts'],
        migrations: ['Two1000000002000', 'One1000000001000', 'DueWorkTable1000000000300'],
      },
      'One1000000001000 stands behind a later one: service.ts names migrations in the order in which they run',
    ],
    [
      'a table of another name',
      { files: ['plan/plan.status.ts'] },
      'src/plan/plan.status.ts: the table is named in the plural, lead.statuses.ts',
    ],
  ])('tell %s', (_, over, problem) => {
    const files = ['config.ts', 'main.ts', 'service.ts', ...('files' in over ? (over.files ?? []) : [])];
    expect(shapeProblems({ mutations: [], handoffs: [], migrations: [], ...over, files })).toEqual([problem]);
  });
});
