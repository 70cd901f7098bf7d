import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: everything that must hold, one after the other (two cores), each check counted as one test beside jest's own.
 * Ends with the plain line `N passed, N failed[, N skipped]` and exits non-zero unless nothing failed and something passed.
 */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const usage = `Runs everything that must hold, and ends with "N passed, N failed".

  npm test                            types, lint, format, contracts and schemas, then every spec
  npm test -- <pattern> …             the specs with the pattern in their path, and no checks
  npm test -- --randomize             every spec with jest's options, and no checks (npx jest --help)`;

const node = process.execPath;
const bin = (name: string) => join('node_modules', '.bin', name);

/** What is no spec, but must hold as well. */
const checks: readonly { name: string; command: string; args: string[] }[] = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', command: bin('eslint'), args: ['.'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'event contracts are generated', command: node, args: script('tools/contracts/src/generate.ts', '--check') },
  {
    name: 'schemas are emitted and composed',
    command: node,
    args: script('tools/supergraph/src/schemas.ts', '--check'),
  },
];

function script(file: string, ...args: string[]): string[] {
  return ['tools/setup/run.cjs', file, ...args];
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false' } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function runChecks(): Promise<Count> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, command, args } of checks) {
    const started = Date.now();
    const code = await run(command, args);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    count[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return count;
}

async function runSpecs(patterns: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-report-'));
  const report = join(folder, 'jest.json');
  try {
    const code = await run(node, [
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...patterns,
    ]);
    if (!existsSync(report)) {
      console.error('jest ended before any spec ran and left no report: what is wrong it has said above');
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const failed = (result['numFailedTests'] ?? 0) + (result['numRuntimeErrorTestSuites'] ?? 0);
    return {
      passed: result['numPassedTests'] ?? 0,
      // A run that jest itself calls failed has failed, whatever it counted.
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: (result['numPendingTests'] ?? 0) + (result['numTodoTests'] ?? 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const patterns = process.argv.slice(2);
  if (patterns.includes('--help')) return console.log(usage);
  if (patterns.length > 0)
    console.log('specs only: types, lint, format, contracts and schemas are checked when there are no arguments');
  const counts = [
    patterns.length === 0 ? await runChecks() : { passed: 0, failed: 0, skipped: 0 },
    await runSpecs(patterns),
  ];
  const total = (field: keyof Count) => counts.reduce((sum, count) => sum + count[field], 0);
  const skipped = total('skipped');
  console.log(`${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
}

void main();
