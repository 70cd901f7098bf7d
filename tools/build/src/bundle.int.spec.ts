import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle';
import { UndeclaredPackages, writeDeployedPackage } from './deployed-package';

const house = join(__dirname, '../../..');

/** A house of one small app that needs all that a bundle can lose: types of decorators, names of classes, places in the source. */
const sources = {
  'apps/toy/src/main.ts': `
    import 'reflect-metadata';
    import { buildSchemaSync, Query, Resolver } from 'type-graphql';
    import { printSchema } from 'graphql';
    import { getMetadataArgsStorage } from 'typeorm';
    import { plus } from '@fivepoint/kernel';
    import { Contract } from './contract';
    import { Status as DealStatus } from './deal-status';
    import schema from './contract.schema.json';

    @Resolver()
    class ContractResolver {
      @Query(() => Contract)
      contract(): Contract {
        return new Contract();
      }
    }

    if (process.argv[2] === 'fail') fail();
    console.log(JSON.stringify({
      schema: printSchema(buildSchemaSync({ resolvers: [ContractResolver], validate: false })),
      columns: getMetadataArgsStorage().columns.map(({ propertyName, options }) => [propertyName, options.type === Date ? 'Date' : (options.type as () => unknown).name]),
      names: [Contract.name, DealStatus.name, new Contract().status.constructor.name],
      ownFields: Object.keys(new Contract()),
      sum: plus(1, 2),
      title: schema.title,
    }));

    function fail(): never {
      throw new Error('planted');
    }
  `,
  'apps/toy/src/contract.ts': `
    import { Field, ID, ObjectType } from 'type-graphql';
    import { Column, Entity, type Relation } from 'typeorm';
    import { Clause } from './clause';
    import { Status } from './status';

    @Entity()
    @ObjectType()
    export class Contract {
      @Field(() => ID) id!: string;
      @Field() @Column() number!: string;
      @Field() @Column() signedAt!: Date;
      @Field() @Column() sealed!: boolean;
      @Field(() => [Clause]) clauses!: Relation<Clause>[];
      readonly status = new Status();
    }
  `,
  'apps/toy/src/clause.ts': `
    import { Field, ObjectType } from 'type-graphql';
    import type { Relation } from 'typeorm';
    import { Contract } from './contract';

    @ObjectType()
    export class Clause {
      @Field() text!: string;
      @Field(() => Contract) contract!: Relation<Contract>;
    }
  `,
  'apps/toy/src/status.ts': 'export class Status {}',
  'apps/toy/src/deal-status.ts': 'export class Status {}',
  'apps/toy/src/contract.schema.json': '{ "title": "a contract" }',
  'libs/kernel/src/index.ts': 'export const plus = (a: number, b: number): number => a + b;',
};

describe('a bundle', () => {
  const root = mkdtempSync(join(tmpdir(), 'fivepoint-build-'));
  const folder = join(root, 'dist/apps/toy');
  let packages: string[];
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, ['--enable-source-maps', join(folder, 'main.js'), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  beforeAll(async () => {
    for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json'])
      copyFileSync(join(house, file), join(root, file));
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
    for (const [file, text] of Object.entries(sources)) {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    packages = await bundle(root, 'apps/toy/src/main.ts', 'dist/apps/toy/main.js');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('keeps what decorators know, the names of classes and the semantics of fields', () => {
    expect(JSON.parse(run())).toEqual({
      schema: expect.stringMatching(
        /number: String!\n {2}signedAt: DateTimeISO!\n {2}sealed: Boolean!\n {2}clauses: \[Clause!\]!/,
      ),
      columns: [
        ['number', 'String'],
        ['signedAt', 'Date'],
        ['sealed', 'Boolean'],
      ],
      names: ['Contract', 'Status', 'Status'],
      // Declared fields are types only: TypeORM would write what they were initialised to.
      ownFields: ['status'],
      sum: 3,
      title: 'a contract',
    });
  });

  test('says where in the source an error comes from', () => {
    const line = sources['apps/toy/src/main.ts'].split('\n').findIndex((text) => text.includes("'planted'")) + 1;
    expect(() => run('fail')).toThrow(`apps/toy/src/main.ts:${line}:`);
  });

  test('leaves packages outside and names them', () => {
    expect(packages).toEqual(['graphql', 'reflect-metadata', 'type-graphql', 'typeorm']);
  });

  test('is deployed with its packages, their peers, and the versions that were tested', async () => {
    await writeDeployedPackage(root, 'toy', packages, folder);
    const read = (path: string): { dependencies: Record<string, string>; packages: Record<string, object> } =>
      JSON.parse(readFileSync(path, 'utf8'));
    const { dependencies } = read(join(folder, 'package.json'));
    expect(Object.keys(dependencies)).toEqual([
      'class-validator',
      'graphql',
      'graphql-scalars',
      'pg',
      'reflect-metadata',
      'type-graphql',
      'typeorm',
    ]);
    expect(read(join(house, 'package.json')).dependencies).toMatchObject(dependencies);
    const ofRoot = read(join(house, 'package-lock.json')).packages;
    const { '': own, ...locked } = read(join(folder, 'package-lock.json')).packages;
    expect(own).toMatchObject({ name: 'fivepoint-toy', dependencies });
    expect(locked).toHaveProperty(['node_modules/pg-protocol']);
    expect(locked).not.toHaveProperty(['node_modules/kafkajs']);
    for (const [path, { version, integrity }] of Object.entries(locked) as [string, Record<string, string>][]) {
      expect(ofRoot[path]).toMatchObject({ version, integrity });
    }
    // npm made the lock file without installing: the image does that.
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
  });

  test('is refused when it imports what is here for development only', async () => {
    await expect(writeDeployedPackage(root, 'toy', ['fast-check', 'pg'], folder)).rejects.toThrow(UndeclaredPackages);
  });
});
