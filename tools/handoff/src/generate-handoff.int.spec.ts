import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';

const workspace = resolve(__dirname, '../../..');
const copied = [
  'apps',
  'libs',
  'tools',
  'jest.config.cjs',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  '.prettierrc.json',
];

/** A copy of the workspace that is thrown away: what is generated there compiles and runs as it would here. */
let copy: string;

const handoffs = [
  ['deal', 'contract-renegotiated', 'receivables'],
  ['receivables', 'account-overdue', 'planning'],
  ['planning', 'target-rebalanced', 'customer-success'],
] as const;

/** One more, into which two mistakes are made that its author could make: what is generated must be seen to fail. */
const mistaken = ['deal', 'contract-suspended', 'receivables'] as const;

/** What the generator said to each of them, and what it wrote. */
const generated = new Map<string, { code: number | null; output: string; paths: string[] }>();
const written = () => [...generated.values()].flatMap(({ paths }) => paths);

/** What TypeScript and jest say to all of it. */
let errors: string[];
let specs: { code: number | null; output: string };

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'fivepoint-handoff-'));
  for (const path of copied) cpSync(join(workspace, path), join(copy, path), { recursive: true });
  symlinkSync(join(workspace, 'node_modules'), join(copy, 'node_modules'), 'dir');
  for (const [from, event, to] of [...handoffs, mistaken]) {
    const { code, output } = generate('--from', from, '--event', event, '--to', to);
    const paths = [...output.matchAll(/^wrote (.+)$/gm)].map(([, path = '']) => path);
    generated.set(event, { code, output, paths });
  }
  change('apps/deal/src/contract/announce-contract-suspended.ts', 'subject: data.contractId', 'subject: data.contract');
  change('apps/receivables/src/service.ts', ', onContractSuspended]', ']');
  errors = typeErrors(written());
  specs = run(
    'node_modules/jest/bin/jest.js',
    ...written().filter((path) => path.endsWith('.spec.ts')),
    'tools/contracts/src/schemas.unit',
    'libs/contracts/src/validate.unit',
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, TS_NODE_PROJECT: join(copy, 'tsconfig.base.json') },
  });
  return { code: status, output: stdout + stderr };
}

const program = (file: string, ...args: string[]) =>
  run('-r', 'reflect-metadata', '-r', '@swc-node/register', file, ...args);
const generate = (...args: string[]) => program('tools/handoff/src/main.ts', ...args);

/** Makes a file of the copy another one. */
function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(copy, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, path), text.replace(from, to));
}

/** What TypeScript says to files of the copy, with its own settings. */
function typeErrors(paths: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, copy);
  const files = paths.filter((path) => path.endsWith('.ts')).map((path) => join(copy, path));
  return ts.getPreEmitDiagnostics(ts.createProgram(files, options)).map(({ file, messageText }) => {
    return `${basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

describe('npm run generate:handoff', () => {
  it.each(handoffs)('adds %s / %s → %s, and says what is left to do', (_from, event, to) => {
    const { code, output, paths } = generated.get(event)!;
    expect({ code, paths: paths.length, output }).toMatchObject({ code: 0, paths: 8 });
    expect(paths).toContain(`apps/${to}/src/handoffs/${event}.int.spec.ts`);
    expect(output).toContain('What only you know:');
  });

  it('leaves a workspace that compiles, but for what is mistaken', () => {
    expect(written()).toHaveLength(32);
    expect(errors.toSorted()).toEqual([
      expect.stringMatching(/^announce-contract-suspended.ts: Property 'contract' does not exist/),
      expect.stringMatching(/^service.ts: 'onContractSuspended' is declared but/),
    ]);
  });

  it('leaves contracts whose generated files are up to date', () => {
    expect(program('tools/contracts/src/generate.ts', '--check')).toEqual({ code: 0, output: '' });
  });

  it('leaves specs that pass, the contracts own included, but for that of a consumer that nobody registered', () => {
    const failed = [...specs.output.matchAll(/^FAIL (\S+)/gm)].map(([, path = '']) => path);
    if (failed.length !== 1) throw new Error(specs.output);
    expect(failed).toEqual(['apps/receivables/src/handoffs/contract-suspended.int.spec.ts']);
    expect(specs.output).toContain('"receivables": "IGNORED"');
    expect(specs.output).toMatch(/Test Suites: 1 failed, 5 passed, 6 total/);
  });

  it('refuses to do it again, with a word and without a stack', () => {
    const again = generate('--from', 'deal', '--event', 'contract-renegotiated', '--to', 'receivables');
    expect(again.code).toBe(1);
    expect(again.output).toMatch(
      /^there is libs\/contracts\/events\/deal\/contract-renegotiated\.v1\.schema\.json already.*\n$/,
    );
    const misspelt = generate('--form', 'deal');
    expect(misspelt.code).toBe(1);
    expect(misspelt.output).toMatch(/^Unknown option '--form'\n\nAdds a handoff/);
    expect(misspelt.output).not.toMatch(/^\s+at /m);
  });
});
