import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { composeFile } from './compose-file';
import { schemaPath, serviceApps, workspace } from './subgraphs';

let root: string;
const supergraph = () => join(root, 'supergraph.graphql');

function writeSchema(name: string, types: string): void {
  const file = join(root, schemaPath(name));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n${types}`,
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compose-'));
  writeSchema(
    'planning',
    'type Query { account(id: ID!): Account } type Account @key(fields: "id") { id: ID!, name: String }',
  );
  writeSchema('deal', 'type Query { deal(id: ID!): Int } type Account @key(fields: "id") { id: ID!, deals: [Int!] }');
  mkdirSync(join(root, 'apps/gateway'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('composing the file', () => {
  // prettier loads itself as ES modules, which jest does not; the command below formats for real
  const compose = (check = false) => composeFile(root, { check, format: async (text) => text });

  it('writes what the schemas give, and only when it is something new', async () => {
    expect(await compose()).toBe('stale');
    expect(readFileSync(supergraph(), 'utf8')).toContain('deals: [Int!]');
    expect(await compose()).toBe('same');
    expect(await compose(true)).toBe('same');
  });

  it('finds a missing, an edited and a stale file, and only looks when it checks', async () => {
    expect(await compose(true)).toBe('stale');
    await compose();
    const right = readFileSync(supergraph(), 'utf8');
    const edited = right.replace('deals', 'contracts');
    writeFileSync(supergraph(), edited);
    expect(await compose(true)).toBe('stale');
    expect(readFileSync(supergraph(), 'utf8')).toBe(edited);
    writeFileSync(supergraph(), right);
    writeSchema('deal', 'type Query { deal(id: ID!): String }');
    expect(await compose(true)).toBe('stale');
  });

  it('leaves the old file where the schemas do not fit together', async () => {
    await compose();
    const before = readFileSync(supergraph(), 'utf8');
    writeSchema('deal', 'type Query { account(id: ID!): String }');
    await expect(compose()).rejects.toThrow('Query.account');
    expect(readFileSync(supergraph(), 'utf8')).toBe(before);
  });
});

describe('the command', () => {
  function command(...args: string[]) {
    return program('compose.ts', ...args);
  }

  function program(name: string, ...args: string[]): { code: number | null; output: string } {
    const run = spawnSync(
      process.execPath,
      ['-r', '@swc-node/register', join(__dirname, name), '--root', root, ...args],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: { ...process.env, TS_NODE_PROJECT: join(workspace, 'tsconfig.base.json') },
      },
    );
    return { code: run.status, output: run.stdout + run.stderr };
  }

  it('says what it wrote, what to run when it only checks, and which services do not fit, without a stack', () => {
    expect(command('--check')).toEqual({
      code: 1,
      output: 'supergraph.graphql is not what apps/*/schema.graphql give; run: npm run schemas\n',
    });
    expect(command()).toEqual({ code: 0, output: 'wrote supergraph.graphql\n' });
    writeSchema('deal', 'type Query { account(id: ID!): String }');
    const { code, output } = command();
    expect(code).toBe(1);
    expect(output).toMatch(/do not compose:\n {2}- .*Query\.account/);
    expect(output).not.toContain('    at ');
  });

  it('npm run schemas --check looks at the schemas and at what is composed of them, and writes nothing', () => {
    for (const name of serviceApps()) mkdirSync(join(root, 'apps', name), { recursive: true });
    const { code, output } = program('schemas.ts');
    expect({ code, written: output.match(/^wrote /gm)?.length }).toEqual({
      code: 0,
      written: serviceApps().length + 1,
    });
    writeFileSync(supergraph(), 'type Query');
    const stale = 'supergraph.graphql is not what apps/*/schema.graphql give; run: npm run schemas\n';
    expect(program('schemas.ts', '--check')).toEqual({ code: 1, output: stale });
    expect(readFileSync(supergraph(), 'utf8')).toBe('type Query');
    const scripts = (
      JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    ).scripts;
    // npm appends --check to the last program of a chain only.
    expect(scripts['schemas']).toBe('node tools/setup/run.cjs tools/supergraph/src/schemas.ts');
  });
});
