import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const house = join(__dirname, '../..');

interface Sample {
  file: string;
  text: string;
}

interface Planted {
  /** how the message of the rule begins */
  rule: string;
  title: string;
  violation: Sample;
  /** the nearest thing that is allowed: it must give no message at all */
  legal: Sample;
}

const planted: Planted[] = [
  {
    rule: 'house/imports: [apps-apart]',
    title: 'an app imports another app',
    violation: { file: 'apps/deal/src/x.ts', text: "export { plan } from '../../planning/src/plan/plan';" },
    legal: { file: 'apps/deal/src/x.ts', text: "export { Deal } from './deal/deal';" },
  },
  {
    rule: 'house/imports: [apps-apart]',
    title: 'an app imports the type of another app',
    violation: { file: 'apps/deal/src/x.ts', text: "export type X = import('../../planning/src/service').X;" },
    legal: { file: 'apps/deal/src/x.ts', text: "export type X = import('./service').X;" },
  },
  {
    rule: 'house/imports: [apps-apart]',
    title: 'a spec imports another app',
    violation: { file: 'apps/deal/src/x.int.spec.ts', text: "import '../../planning/src/service';" },
    legal: { file: 'apps/deal/src/x.int.spec.ts', text: "import './service';" },
  },
  {
    rule: 'house/imports: [apps-apart]',
    title: 'a lib imports an app',
    violation: { file: 'libs/service/src/x.ts', text: "export { deal } from '../../../apps/deal/src/service';" },
    legal: { file: 'libs/service/src/x.ts', text: "export { y } from './y';" },
  },
  {
    rule: 'house/imports: [apps-apart]',
    title: 'a tool imports more of an app than its wiring',
    violation: { file: 'tools/dev/src/x.ts', text: "export { Deal } from '../../../apps/deal/src/deal/deal';" },
    legal: {
      file: 'tools/dev/src/x.ts',
      text: "export { deal } from '../../../apps/deal/src/service';\nexport { createGateway } from '../../../apps/gateway/src/gateway';",
    },
  },
  {
    rule: 'house/imports: [apps-apart]',
    title: 'a tool that starts nothing names a service',
    violation: { file: 'tools/events/src/x.ts', text: "export { deal } from '../../../apps/deal/src/service';" },
    legal: { file: 'tools/events/src/x.ts', text: "export { services } from '../../local/src/services';" },
  },
  {
    rule: 'house/imports: [layers]',
    title: 'a lib imports one that is built on it',
    violation: { file: 'libs/messaging/src/x.ts', text: "export { Command } from '@fivepoint/service';" },
    legal: { file: 'libs/service/src/x.ts', text: "export { emitAll } from '@fivepoint/messaging';" },
  },
  {
    rule: 'house/imports: [layers]',
    title: 'contracts imports a lib',
    violation: { file: 'libs/contracts/src/x.ts', text: "export { Money } from '@fivepoint/kernel';" },
    legal: { file: 'libs/contracts/src/x.ts', text: "export { Ajv2020 } from 'ajv/dist/2020';" },
  },
  {
    rule: 'house/imports: [lib-by-name]',
    title: 'an app reaches behind the index of a lib',
    violation: { file: 'apps/deal/src/x.ts', text: "export { Money } from '@fivepoint/kernel/src/money';" },
    legal: { file: 'apps/deal/src/x.ts', text: "export { Money } from '@fivepoint/kernel';" },
  },
  {
    rule: 'house/imports: [lib-by-name]',
    title: 'a spec of an app takes a part of libs/testing',
    violation: { file: 'apps/deal/src/x.int.spec.ts', text: "import '../../../libs/testing/src/eventually';" },
    legal: { file: 'tools/postgres/src/x.int.spec.ts', text: "import '../../../libs/testing/src/eventually';" },
  },
  {
    rule: 'house/imports: [service-floors]',
    title: 'a folder of libs/service imports one above it',
    violation: { file: 'libs/service/src/graph/x.ts', text: "export { Command } from '../command/command';" },
    legal: { file: 'libs/service/src/command/x.ts', text: "export { NotFound } from '../graph/refusals';" },
  },
  {
    rule: 'house/imports: [kernel-alone]',
    title: 'the kernel imports a package',
    violation: { file: 'libs/kernel/src/x.ts', text: "export { v7 } from 'uuid';" },
    legal: { file: 'libs/kernel/src/x.unit.spec.ts', text: "import fc from 'fast-check';\nfc.sample(fc.integer());" },
  },
  {
    rule: 'house/imports: [kernel-alone]',
    title: 'the kernel does I/O',
    violation: { file: 'libs/kernel/src/x.ts', text: "export const read = () => import('node:fs');" },
    legal: { file: 'libs/kernel/src/x.ts', text: "export const read = () => import('./money');" },
  },
  {
    rule: 'no-restricted-globals:',
    title: 'the kernel looks at its process',
    violation: { file: 'libs/kernel/src/x.ts', text: 'export const cpu = () => process.cpuUsage();' },
    legal: { file: 'libs/kernel/src/x.ts', text: 'export const random = () => crypto.randomUUID();' },
  },
  {
    rule: 'no-restricted-globals:',
    title: 'the kernel asks somebody over globalThis',
    violation: { file: 'libs/kernel/src/x.ts', text: 'export const ask = () => globalThis.fetch;' },
    legal: { file: 'libs/service/src/x.ts', text: 'export const ask = () => globalThis.fetch;' },
  },
  {
    rule: 'no-restricted-globals:',
    title: 'the kernel asks somebody over the name that Node gives to it',
    violation: { file: 'libs/kernel/src/x.ts', text: 'export const ask = () => global.fetch;' },
    legal: { file: 'libs/kernel/src/x.unit.spec.ts', text: 'export const ask = () => global.fetch;' },
  },
  {
    rule: 'house/imports: [contracts-alone]',
    title: 'contracts does I/O',
    violation: { file: 'libs/contracts/src/x.ts', text: "export { readFileSync } from 'node:fs';" },
    legal: { file: 'libs/contracts/src/x.unit.spec.ts', text: "import { join } from 'node:path';\nvoid join;" },
  },
  {
    rule: 'house/imports: [tool-floors]',
    title: 'a tool imports one that is built on it',
    violation: { file: 'tools/issuer/src/x.ts', text: "export { startHouse } from '../../dev/src/house';" },
    legal: { file: 'tools/dev/src/x.ts', text: "export { LocalIssuer } from '../../issuer/src/issuer';" },
  },
  {
    rule: 'house/imports: [tools-outermost]',
    title: 'what is deployed imports a tool',
    violation: { file: 'libs/service/src/x.ts', text: "export { serverAt } from '../../../tools/postgres/src/index';" },
    legal: { file: 'libs/testing/src/x.ts', text: "export { serverAt } from '../../../tools/postgres/src/index';" },
  },
  {
    rule: 'house/imports: [testing-in-specs]',
    title: 'what is deployed imports the means of specs',
    violation: { file: 'apps/deal/src/x.ts', text: "export { testDatabase } from '@fivepoint/testing';" },
    legal: {
      file: 'apps/deal/src/x.int.spec.ts',
      text: "import { testDatabase } from '@fivepoint/testing';\nvoid testDatabase;",
    },
  },
  {
    rule: 'house/imports: [specs-are-ends]',
    title: 'what is deployed imports what helps specs',
    violation: { file: 'apps/deal/src/x.ts', text: "export { house } from './spec/house';" },
    legal: {
      file: 'apps/deal/src/spec/house.ts',
      text: "export { testDatabase } from '@fivepoint/testing';\nexport { other } from './other';",
    },
  },
  {
    rule: 'house/imports: [kafkajs-in-messaging]',
    title: 'a tool speaks to Kafka itself',
    violation: { file: 'tools/kafka/src/x.ts', text: "export { Kafka } from 'kafkajs';" },
    legal: { file: 'libs/messaging/src/kafka/x.ts', text: "export { Kafka } from 'kafkajs';" },
  },
  {
    rule: 'house/imports: [kafkajs-in-messaging]',
    title: 'an import at run time does not get around it',
    violation: { file: 'apps/deal/src/x.ts', text: "export const kafka = () => import('kafkajs');" },
    legal: { file: 'libs/messaging/src/x.ts', text: "export const kafka = () => import('kafkajs');" },
  },
  {
    rule: 'house/imports: [kafkajs-in-messaging]',
    title: 'nor does a template, or a module of another kind',
    violation: { file: 'apps/deal/src/x.cjs', text: 'module.exports = require(`kafkajs`);' },
    legal: { file: 'apps/deal/src/x.cjs', text: 'module.exports = require(`express`);' },
  },
  {
    rule: 'house/imports: [modules-by-name]',
    title: 'an app makes itself a require',
    violation: {
      file: 'apps/deal/src/x.ts',
      text: "import { createRequire } from 'node:module';\nexport const kafka: unknown = createRequire(__filename)('kafkajs');",
    },
    legal: { file: 'tools/build/src/x.ts', text: "export { isBuiltin } from 'node:module';" },
  },
  {
    rule: 'house/imports: [kafkajs-in-messaging]',
    title: 'nor does the require of a module',
    violation: { file: 'apps/deal/src/x.cjs', text: "module.exports = module.require('kafkajs');" },
    legal: { file: 'apps/deal/src/x.cjs', text: "module.exports = module.require('express');" },
  },
  {
    rule: 'house/imports: [kafkajs-in-messaging]',
    title: 'nor does one that is named in brackets',
    violation: { file: 'apps/deal/src/x.cjs', text: "module.exports = module['require']('kafkajs');" },
    legal: { file: 'apps/deal/src/x.cjs', text: "module.exports = module['require']('express');" },
  },
  {
    rule: 'house/imports: [known-modules]',
    title: 'an import of a name that is worked out',
    violation: {
      file: 'apps/deal/src/x.ts',
      text: "const name = 'kafkajs';\nexport const kafka: unknown = import(name);",
    },
    legal: {
      file: 'tools/supergraph/src/emit.ts',
      text: 'export const load = (file: string): unknown => import(file);',
    },
  },
  {
    rule: 'house/imports: [known-modules]',
    title: 'a template with something worked out in it',
    violation: {
      file: 'tools/kafka/src/x.ts',
      text: "const of = 'js';\nexport const kafka: unknown = import(`kafka${of}`);",
    },
    legal: { file: 'tools/kafka/src/x.ts', text: 'export const at = (of: string) => require.resolve(`kafka${of}`);' },
  },
  {
    rule: 'house/imports: [known-modules]',
    title: 'a require of a name that is worked out',
    violation: { file: 'tools/kafka/src/x.cjs', text: "const name = 'kafkajs';\nmodule.exports = require(name);" },
    legal: { file: 'tools/setup/run.cjs', text: 'const [script] = process.argv;\nmodule.exports = require(script);' },
  },
  {
    rule: 'house/imports: [known-modules]',
    title: 'the same of a module',
    violation: {
      file: 'tools/kafka/src/x.cjs',
      text: "const name = 'kafkajs';\nmodule.exports = module.require(name);",
    },
    legal: { file: 'tools/kafka/src/x.cjs', text: "module.exports = require.main === module && require('./y');" },
  },
  {
    rule: 'house/imports: [pg-under-typeorm]',
    title: 'a service speaks to its database past its tenant',
    violation: { file: 'apps/deal/src/x.ts', text: "export { Pool } from 'pg';" },
    legal: { file: 'libs/messaging/src/x.ts', text: "export { Pool } from 'pg';" },
  },
  {
    rule: 'house/imports: [typeorm-where-data-is]',
    title: 'the gateway has a database',
    violation: { file: 'apps/gateway/src/x.ts', text: "export { DataSource } from 'typeorm';" },
    legal: { file: 'apps/customer-success/src/x.ts', text: "export { Entity } from 'typeorm';" },
  },
  {
    rule: 'house/environment:',
    title: 'a service reads the environment by itself',
    violation: { file: 'apps/deal/src/config.ts', text: 'export const port = process.env.PORT;' },
    legal: {
      file: 'apps/deal/src/config.ts',
      text: 'export const port = (env: NodeJS.ProcessEnv) => env.PORT;',
    },
  },
  {
    rule: 'house/environment:',
    title: 'destructuring does not get around it',
    violation: { file: 'libs/service/src/x.ts', text: 'export const { env: surroundings } = process;' },
    legal: { file: 'apps/deal/src/main.ts', text: 'export const { env: surroundings } = process;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor does the module of Node',
    violation: { file: 'tools/dev/src/x.ts', text: "export { env } from 'node:process';" },
    legal: { file: 'apps/deal/src/main.ts', text: "export { env } from 'node:process';" },
  },
  {
    rule: 'house/environment:',
    title: 'nor does that module as a whole',
    violation: {
      file: 'libs/service/src/x.ts',
      text: "import host from 'node:process';\nexport const { port } = host.env;",
    },
    legal: { file: 'libs/service/src/x.ts', text: 'export const { pid } = process;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor does another name for the process',
    violation: { file: 'libs/service/src/x.ts', text: 'const host = process;\nexport const { port } = host.env;' },
    legal: { file: 'libs/service/src/x.ts', text: 'export const host = process.pid;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor does the way over globalThis',
    violation: { file: 'libs/service/src/x.ts', text: 'export const { env } = globalThis.process;' },
    legal: { file: 'libs/service/src/x.ts', text: 'export const { crypto } = globalThis;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor over the name that Node gives to it',
    violation: { file: 'libs/service/src/x.ts', text: 'export const { env } = global.process;' },
    legal: { file: 'apps/deal/src/main.ts', text: 'export const { env } = global.process;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor the process taken out of either',
    violation: { file: 'libs/service/src/x.ts', text: 'export const { process: host } = globalThis;' },
    legal: { file: 'libs/service/src/x.ts', text: 'export const { crypto: host } = globalThis;' },
  },
  {
    rule: 'house/environment:',
    title: 'nor does a property by its name',
    violation: { file: 'libs/service/src/x.ts', text: "export const env: unknown = Reflect.get(process, 'env');" },
    legal: {
      file: 'libs/service/src/x.ts',
      text: "export const pid: unknown = Reflect.get({ pid: process.pid }, 'pid');",
    },
  },
  {
    rule: 'house/environment:',
    title: 'nor does a name that is worked out',
    violation: {
      file: 'libs/service/src/x.ts',
      text: "const part = 'env';\nexport const env: unknown = process[part];",
    },
    legal: { file: 'libs/service/src/x.ts', text: "export const pid = process['pid'];" },
  },
  {
    rule: 'house/environment:',
    title: 'a part of a tool reads the environment, not its main',
    violation: { file: 'tools/dev/src/x.ts', text: 'export const port = process.env.PORT;' },
    legal: {
      file: 'tools/dev/src/x.ts',
      text: 'const main = (port?: string) => port;\nvoid main(process.env.PORT);',
    },
  },
  {
    rule: 'house/no-decorators:',
    title: 'the kernel is decorated',
    violation: {
      file: 'libs/kernel/src/x.ts',
      text: 'declare const Entity: ClassDecorator;\n@Entity\nexport class Money {}',
    },
    legal: {
      file: 'libs/service/src/x.ts',
      text: 'declare const Entity: ClassDecorator;\n@Entity\nexport class Money {}',
    },
  },
  {
    rule: 'house/real-postgres:',
    title: 'a spec mocks PostgreSQL',
    violation: { file: 'libs/service/src/x.int.spec.ts', text: "jest.mock('pg', () => ({}));" },
    legal: { file: 'libs/service/src/x.int.spec.ts', text: "jest.mock('./x', () => ({}));" },
  },
  {
    rule: 'no-console:',
    title: 'a service writes past its log',
    violation: { file: 'apps/deal/src/x.ts', text: "console.log('signed');" },
    legal: { file: 'tools/dev/src/x.ts', text: "console.log('ready');" },
  },
  {
    rule: '@typescript-eslint/no-explicit-any:',
    title: 'any',
    violation: { file: 'tools/dev/src/x.ts', text: 'export const x = (y: any) => y;' },
    legal: { file: 'tools/dev/src/x.ts', text: 'export const x = (y: unknown) => y;' },
  },
  {
    rule: '@nx/enforce-module-boundaries:',
    title: 'a project reaches into another by a path',
    violation: { file: 'apps/deal/src/x.ts', text: "export { serverAt } from '../../../tools/postgres/src/index';" },
    legal: { file: 'tools/local/src/x.ts', text: "export { serverAt } from '../../postgres/src/index';" },
  },
  {
    rule: '@nx/enforce-module-boundaries: Circular dependency',
    title: 'two libs import each other',
    violation: { file: 'libs/kernel/src/x.ts', text: "export { Command } from '@fivepoint/service';" },
    legal: { file: 'libs/service/src/x.ts', text: "export { Money } from '@fivepoint/kernel';" },
  },
];

describe('the house rules', () => {
  const { rules, results } = lint(
    house,
    planted.flatMap(({ violation, legal }) => [violation, legal]),
  );

  test.each(planted.map((sample, index) => ({ ...sample, index })))('$rule $title', ({ rule, index }) => {
    expect(results[2 * index]).toContainEqual(expect.stringContaining(rule));
    expect(results[2 * index + 1]).toEqual([]);
  });

  test('each has a planted violation here', () => {
    expect(rules.filter((rule) => !planted.some((sample) => sample.rule === rule))).toEqual([]);
  });
});

/** Today's projects leave the tags little to forbid; here are some that would. */
describe('the tags', () => {
  const other = mkdtempSync(join(tmpdir(), 'fivepoint-lint-'));
  afterAll(() => rmSync(other, { recursive: true, force: true }));

  const projects = {
    'apps/deal': ['type:app', 'scope:deal'],
    'apps/planning': ['type:app', 'scope:planning'],
    'libs/terms': ['type:lib', 'scope:deal'],
    'libs/service': ['type:lib', 'scope:shared'],
    'tools/probe': ['type:tool', 'scope:tools'],
  };
  for (const file of ['eslint.config.mjs', 'nx.json', 'package.json', 'package-lock.json', 'tools/lint']) {
    cpSync(join(house, file), join(other, file), { recursive: true });
  }
  symlinkSync(join(house, 'node_modules'), join(other, 'node_modules'));
  const write = (file: string, content: unknown): void => writeFileSync(join(other, file), JSON.stringify(content));
  const paths: Record<string, string[]> = {};
  for (const [root, tags] of Object.entries(projects)) {
    const name = root.replace(/^.*\//, '');
    mkdirSync(join(other, root, 'src'), { recursive: true });
    write(`${root}/project.json`, { name, tags, projectType: root.startsWith('apps/') ? 'application' : 'library' });
    writeFileSync(join(other, root, 'src/index.ts'), 'export const x = 1;\n');
    paths[`@fivepoint/${name}`] = [`./${root}/src/index.ts`];
  }
  write('tsconfig.base.json', { compilerOptions: { baseUrl: '.', paths } });

  const importing = (project: string, name: string): Sample => ({
    file: `${project}/src/y.ts`,
    text: `export { x } from '@fivepoint/${name}';`,
  });
  const { results } = lint(other, [
    importing('apps/deal', 'terms'),
    importing('apps/planning', 'terms'),
    importing('libs/service', 'terms'),
    importing('apps/deal', 'probe'),
    importing('apps/deal', 'planning'),
  ]);

  test('a scope sees itself', () => expect(results[0]).toEqual([]));

  test.each([
    [1, 'a scope does not see another', 'A project tagged with "scope:planning" can only depend on libs tagged with'],
    [2, 'what is shared sees no scope', 'A project tagged with "scope:shared" can only depend on libs tagged with'],
    [3, 'an app sees no tool', 'A project tagged with "type:app" can only depend on libs tagged with'],
    [4, 'an app sees no app', 'Imports of apps are forbidden'],
  ])('%d: %s', (index, _title, message) => {
    expect(results[index]).toContainEqual(expect.stringContaining(`@nx/enforce-module-boundaries: ${message}`));
  });
});

function lint(root: string, texts: Sample[]): { rules: string[]; results: string[][] } {
  const answer: unknown = JSON.parse(
    execFileSync(process.execPath, [join(root, 'tools/lint/lint-texts.mjs')], {
      cwd: root,
      input: JSON.stringify(texts),
      encoding: 'utf8',
    }),
  );
  return answer as { rules: string[]; results: string[][] };
}
