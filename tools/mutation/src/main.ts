import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, runCommand } from '../../command-line/src/command-line';
import { configurationOf, reportsOf } from './configuration';

const projects = [
  'libs/kernel',
  'libs/contracts',
  'libs/messaging',
  'libs/service',
  'apps/planning',
  'apps/acquisition',
  'apps/deal',
  'apps/receivables',
  'apps/customer-success',
  'apps/gateway',
];

const usage = `Plants defects in the rules of each project, one at a time, and counts which of them its unit specs notice. Ends with 1 where a
project keeps more of them than thresholds.break allows (docs/testing.md).

  npm run mutate -- [<project> …] [--force]

  <project>  ${projects.join(', ')}; all by default
  --force    tries again what an earlier run has tried already`;

/** What has a unit spec beside it: there, each defect has to be noticed. */
function rulesOf(project: string): string[] {
  return readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.unit.spec.ts'))
    .map((spec) => join(project, 'src', spec.replace('.unit.spec.ts', '.ts')))
    .filter((file) => existsSync(file));
}

interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

function scoreOf(project: string): string {
  const file = join(reportsOf(project), 'mutation.json');
  if (!existsSync(file)) return `${project}: no report`;
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const mutants = Object.values(files).flatMap((one) => one.mutants);
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return `${project}: ${noticed} of ${all} defects noticed (${((100 * noticed) / Math.max(all, 1)).toFixed(2)} %)`;
}

async function main(): Promise<number> {
  const { values, positionals: asked } = readCommandLine(usage, {
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const unknown = asked.filter((project) => !projects.includes(project));
  if (unknown.length > 0) throw new RangeError(`There is no project ${unknown.join(', ')}\n\n${usage}`);
  const chosen = asked.length > 0 ? asked : projects;
  const failed = chosen.filter((project) => {
    console.log(`\n${project}`);
    const file = join(reportsOf(project), 'stryker.config.json');
    mkdirSync(reportsOf(project), { recursive: true });
    writeFileSync(file, JSON.stringify(configurationOf(project, rulesOf(project)), null, 2));
    const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', file];
    const options = values.force ? ['--force'] : [];
    const { status, signal } = spawnSync(process.execPath, [...stryker, ...options], { stdio: 'inherit' });
    if (signal) console.log(`${project} was broken off by ${signal}`);
    return status !== 0;
  });
  console.log(`\n${chosen.map(scoreOf).join('\n')}`);
  if (failed.length > 0) console.log(`below the threshold, or broken off: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

runCommand(main);
