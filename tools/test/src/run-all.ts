import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm test`: everything that must hold, first the checks and then the specs, two at a time (two cores); each check counts as one test beside
 * jest's own.
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

const env = { ...process.env, NX_DAEMON: 'false' };

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function runQuietly(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') }));
  });
}

/** Two at a time, for each of them uses one core; what one says is shown when it has ended, so that no two are mixed. */
async function runChecks(): Promise<Count> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const left = [...checks];
  const worker = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const started = Date.now();
      const { code, output } = await runQuietly(check.command, check.args);
      process.stdout.write(output);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      count[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([worker(), worker()]);
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
